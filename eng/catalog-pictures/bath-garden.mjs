import { dice, glow, grain, group, line, oval, path, rect, round, scene, shade, shadow, wood } from './scene.mjs';

export function soap(colour, leaf) {
  const bar = (x, y, r, c) => group(`translate(${x} ${y}) rotate(${r})`, rect(-165, -64, 330, 150, shade(c, -0.16), 34) + rect(-165, -84, 330, 150, c, 34) + rect(-120, -50, 240, 82, 'none', 20, `stroke="${shade(c, -0.16)}" stroke-width="5"`) + line('M-70 -10 h140 M-40 14 h80', shade(c, -0.22), 6));
  const bubbles = dice(5);
  return scene('#dfe8e4', '#c2d0c9', shadow(400, 640, 260, 32) + bar(410, 560, -4, shade(colour, -0.05)) + bar(380, 430, 7, colour)
    + group('translate(560 330) rotate(20)', line('M0 120 Q10 20 -10 -90', '#77865a', 7) + [0, 1, 2, 3].map((i) => path(`M0 ${90 - i * 48} q-60 -8 -76 -50 q62 -8 76 50 Z`, leaf) + path(`M2 ${78 - i * 48} q60 -12 72 -54 q-60 -4 -72 54 Z`, shade(leaf, 0.15))).join(''))
    + Array.from({ length: 14 }, () => `<circle cx="${150 + bubbles() * 500}" cy="${150 + bubbles() * 240}" r="${8 + bubbles() * 22}" fill="#fff" opacity=".4" stroke="#fff" stroke-width="2"/>`).join(''));
}

export function bathBrush() {
  const colour = wood.beech;
  const bristles = Array.from({ length: 30 }, (_, i) => line(`M${-128 + i * 9} 44 l${(i % 5) - 2} 74`, i % 2 ? '#efe2c4' : '#dcc99f', 6)).join('');
  return scene('#d9e4e6', '#bccccd', shadow(420, 660, 260, 28) + group('translate(300 460) rotate(-32)', bristles + rect(-150, -26, 300, 76, colour, 38) + `<clipPath id="bb"><rect x="-150" y="-26" width="300" height="76" rx="38"/></clipPath><g clip-path="url(#bb)">${grain(-150, -26, 300, 76, colour, 8, 5)}</g>` + rect(130, -8, 330, 40, shade(colour, -0.06), 20) + `<circle cx="438" cy="12" r="9" fill="#bccccd"/>` + line('M438 12 q50 -10 40 50 q-16 40 -40 -40', '#6b5137', 6)));
}

export function diffuser(colour) {
  return scene('#ece6de', '#cdb9a1', shadow(400, 672, 160) + [[-150, 130], [-84, 90], [-10, 70], [66, 96], [138, 140]].map(([x, y]) => line(`M400 420 L${400 + x} ${y}`, '#a98d63', 8)).join('')
    + path('M355 390 H445 V450 Q520 470 520 540 V630 Q520 668 480 670 H320 Q280 668 280 630 V540 Q280 470 355 450 Z', shade(colour, 0.1), 'opacity=".9"') + path('M282 560 Q400 580 518 560 V630 Q518 664 480 666 H320 Q282 664 282 630 Z', colour) + rect(346, 376, 108, 34, wood.walnut, 8)
    + rect(326, 530, 148, 96, '#fffaf0', 6) + line('M352 560 h96 M366 584 h68', '#6d6253', 5) + line('M306 500 V640', '#fff', 10, 'opacity=".45"'));
}

export function soapDish() {
  const next = dice(31);
  const veins = Array.from({ length: 7 }, (_, i) => line(`M${180 + next() * 120} ${470 + i * 18} q${100 + next() * 80} ${-40 + next() * 60} ${300 + next() * 80} ${-20 + next() * 50}`, '#b9b2aa', 4, 'opacity=".7"')).join('');
  return scene('#dfe3dd', '#bfc8bd', shadow(400, 640, 270, 34) + path('M140 480 Q150 620 400 628 Q650 620 660 480 Z', '#d9d3cb') + oval(400, 480, 260, 76, '#f0ece6') + `<clipPath id="sd"><path d="M140 480 Q150 620 400 628 Q650 620 660 480 Q400 570 140 480 Z"/></clipPath><g clip-path="url(#sd)">${veins}</g>` + oval(400, 486, 214, 54, '#ddd7ce') + [0, 1, 2].map((i) => line(`M${290 + i * 70} 520 h80`, '#c9c2b8', 8)).join('')
    + group('rotate(-5 400 430)', rect(262, 400, 276, 90, '#b8c29a', 36) + rect(262, 384, 276, 86, '#c9d2ae', 36) + line('M340 420 h120', '#a9b48b', 6)));
}

export function planter(colour) {
  const [d, f] = round(colour);
  const leaf = (r, len, c) => group(`rotate(${r} 400 420)`, path(`M400 420 Q330 ${420 - len * 0.5} 400 ${420 - len} Q470 ${420 - len * 0.5} 400 420 Z`, c) + line(`M400 420 V${420 - len + 24}`, shade(c, 0.25), 4));
  return scene('#e4ebe2', '#c7b79d', `<defs>${d}</defs>` + shadow(400, 700, 170) + leaf(-62, 250, '#5d8457') + leaf(62, 250, '#557a50') + leaf(-36, 300, '#6f9a66') + leaf(38, 305, '#678f5e') + leaf(-12, 330, '#7fab74') + leaf(14, 325, '#74a069')
    + path('M270 410 H530 L506 610 Q500 634 470 634 H330 Q300 634 294 610 Z', f) + rect(256, 390, 288, 44, shade(colour, 0.1), 12) + oval(400, 394, 128, 10, '#5a4634') + line('M330 634 L316 698 M470 634 L484 698 M400 636 V702', wood.oak, 20));
}

export function wateringCan(colour) {
  const [d, f] = round(colour, 0.26);
  return scene('#e9e6da', '#b9c29d', `<defs>${d}</defs>` + shadow(410, 672, 220) + `<path d="M500 470 Q640 440 640 330 Q630 230 520 240 Q470 246 460 330" fill="none" stroke="${shade(colour, -0.2)}" stroke-width="22"/>`
    + path('M300 520 L150 250 L180 236 L330 460 Z', shade(colour, -0.14)) + path('M120 262 L196 220 L206 240 L132 282 Z', shade(colour, -0.3)) + path('M290 350 H520 L545 640 Q540 668 505 670 H305 Q270 668 265 640 Z', f) + oval(405, 350, 115, 26, shade(colour, -0.3))
    + [0, 1, 2, 3].map((i) => line(`M${112 + i * 18} ${290 + (i % 2) * 20} l-10 46`, '#8fc0d0', 6)).join('') + line('M306 390 L292 620', '#fff', 12, 'opacity=".3"'));
}

export function herbKit() {
  const pot = (x, herb) => path(`M${x - 72} 470 H${x + 72} L${x + 54} 600 H${x - 54} Z`, '#c46f4d') + rect(x - 82, 448, 164, 34, '#d27f5b', 8) + oval(x, 452, 66, 8, '#4d3a2b') + herb;
  const basil = (x) => [-46, -16, 18, 48].map((dx, i) => line(`M${x} 450 Q${x + dx / 2} 400 ${x + dx} ${340 - (i % 2) * 40}`, '#6b8a4b', 5) + oval(x + dx, 335 - (i % 2) * 40, 28, 20, i % 2 ? '#7fa85a' : '#6c9849') + oval(x + dx * 0.6, 385, 22, 15, '#8bb566')).join('');
  const chive = (x) => [-40, -26, -10, 6, 22, 38].map((dx, i) => line(`M${x + dx * 0.4} 450 Q${x + dx * 0.6} 350 ${x + dx} ${250 + (i % 3) * 26}`, i % 2 ? '#5f8f52' : '#78a866', 7)).join('');
  const thyme = (x) => [-44, -18, 10, 38].map((dx) => line(`M${x} 450 Q${x + dx} 420 ${x + dx} 340`, '#8a7a52', 4) + Array.from({ length: 6 }, (_, i) => oval(x + dx + (i % 2 ? 10 : -10), 430 - i * 17, 9, 6, '#93a97f')).join('')).join('');
  return scene('#dcebf0', '#e7dccb', rect(0, 600, 800, 40, '#f7f1e6') + rect(90, 592, 620, 40, wood.birch, 6) + grain(90, 592, 620, 40, wood.birch, 2, 3) + pot(200, basil(200)) + pot(400, chive(400)) + pot(600, thyme(600)), { horizon: 636 });
}

export function birdFeeder() {
  return scene('#cfe3ea', '#a9c48c', line('M400 100 V180', '#5b4a3a', 6) + line('M60 120 Q300 60 760 140', '#7a5f45', 26) + path('M200 330 L400 170 L600 330 Z', '#6f4a32') + path('M200 330 L400 170 L420 170 L640 330 Z', shade(wood.cedar, -0.15)) + rect(270, 328, 260, 220, '#f4efe2', 0, 'opacity=".75"') + path('M280 430 H520 V548 H280 Z', '#d8b46a') + Array.from({ length: 40 }, (_, i) => oval(292 + (i % 10) * 24, 446 + Math.floor(i / 10) * 26, 7, 5, i % 3 ? '#5b4632' : '#a8823f')).join('')
    + rect(262, 326, 20, 226, wood.cedar) + rect(518, 326, 20, 226, wood.cedar) + rect(210, 548, 380, 34, wood.cedar, 6) + grain(210, 548, 380, 34, wood.cedar, 6, 3)
    + group('translate(610 520)', oval(0, 0, 46, 34, '#4f7d9b') + `<circle cx="36" cy="-30" r="25" fill="#4f7d9b"/>` + path('M58 -32 l24 6 l-24 8 Z', '#e0a63e') + `<circle cx="44" cy="-36" r="5" fill="#1f2426"/>` + path('M-30 -4 l-70 16 l62 18 Z', '#3d6480') + oval(4, 10, 34, 20, '#e7ba7a') + line('M-4 32 v24 M12 32 v24', '#6b4b2d', 4)), { horizon: 660 });
}

export function giftWrap() {
  const box = (x, y, w, h, c, r) => rect(x, y, w, h, c, 6) + rect(x + w / 2 - 18, y, 36, h, r) + rect(x, y + h * 0.42, w, 32, r);
  return scene('#ece2d6', '#cdb59a', shadow(400, 672, 260) + box(210, 400, 380, 262, '#2f5d4a', '#e2c583') + rect(196, 372, 408, 56, shade('#2f5d4a', 0.12), 6) + rect(380, 372, 40, 56, '#e2c583')
    + path('M400 372 Q300 270 262 318 Q250 370 400 372 Z', '#e2c583') + path('M400 372 Q500 270 538 318 Q550 370 400 372 Z', '#d2b06a') + path('M392 372 L330 470 L368 462 L404 380 Z', '#c9a55c') + path('M408 372 L470 466 L432 462 L398 380 Z', '#d8b872') + `<circle cx="400" cy="368" r="24" fill="#eed79f"/>`
    + group('translate(500 330) rotate(14)', rect(0, -30, 110, 64, '#fffaf0', 8) + `<circle cx="14" cy="2" r="6" fill="#cdb59a"/>` + line('M34 -8 h58 M34 12 h40', '#8a7d6b', 4)));
}

export function winterCandle() {
  const [d, f] = round('#7b2d35');
  return scene('#39424a', '#2f363d', `<defs>${d}</defs>` + glow(400, 230, 260, '#ffcf70', 0.7) + shadow(400, 668, 170) + rect(290, 330, 220, 336, f, 26) + oval(400, 334, 110, 26, '#9a3f47') + line('M400 330 v-20', '#e8d9c0', 5) + path('M400 210 q38 54 0 92 q-38 -38 0 -92 Z', '#ffd06b') + path('M400 250 q18 28 0 48 q-18 -20 0 -48 Z', '#fff4c9') + rect(326, 440, 148, 120, '#f3e7d3', 6) + [0, 60, 120].map((r) => group(`rotate(${r} 400 500)`, line('M400 465 V535 M388 475 l12 10 l12 -10 M388 525 l12 -10 l12 10', '#7b2d35', 5))).join(''), { horizon: 620, disc: false });
}
