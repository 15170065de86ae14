import { fall, grain, group, line, oval, path, rect, round, scene, shade, shadow, wood } from './scene.mjs';

export function mirror() {
  const [d, f] = fall('#eef5f4', '#b9cccd');
  return scene('#c9b8a4', '#a48f78', `<defs>${d}</defs>` + `<circle cx="412" cy="372" r="246" fill="#2b1d12" opacity=".16"/><circle cx="400" cy="355" r="246" fill="#b98f4d"/><circle cx="400" cy="355" r="232" fill="${f}"/>`
    + `<clipPath id="m"><circle cx="400" cy="355" r="232"/></clipPath><g clip-path="url(#m)">` + path('M150 300 L420 90 H520 L150 400 Z', '#fff', 'opacity=".35"') + path('M240 560 L640 230 V300 L330 590 Z', '#fff', 'opacity=".22"') + path('M520 600 q-20 -120 40 -210 q70 90 40 210 Z', '#6f8a5a', 'opacity=".55"') + path('M470 610 q-60 -70 -40 -170 q70 50 80 160 Z', '#86a06d', 'opacity=".5"') + '</g>', { horizon: 680, disc: false });
}

export function clock(face) {
  const ink = face === '#33393c' ? '#f3eee5' : '#2f2b29';
  const ticks = Array.from({ length: 12 }, (_, i) => group(`rotate(${i * 30} 400 380)`, rect(395, 190, 10, i % 3 ? 18 : 34, ink, 4))).join('');
  return scene('#d5dad3', '#b3bdb1', `<circle cx="412" cy="398" r="242" fill="#2b1d12" opacity=".16"/><circle cx="400" cy="380" r="242" fill="${wood.oak}"/><circle cx="400" cy="380" r="218" fill="${face}"/>` + ticks
    + line('M400 380 L400 250', ink, 12) + line('M400 380 L490 430', ink, 16) + line('M400 410 L400 230', '#c2542d', 4, 'transform="rotate(205 400 380)"') + `<circle cx="400" cy="380" r="15" fill="#c2542d"/>`, { horizon: 720, disc: false });
}

export function vase(colour) {
  const [d, f] = round(colour, 0.25);
  const stem = (x, y, bend, c) => line(`M400 400 Q${400 + bend} ${(400 + y) / 2} ${x} ${y}`, '#8b7b52', 5) + Array.from({ length: 6 }, (_, i) => oval(x + (i % 2 ? 16 : -16), y + i * 16, 15, 9, c, `transform="rotate(${i % 2 ? 30 : -30} ${x + (i % 2 ? 16 : -16)} ${y + i * 16})"`)).join('') + oval(x, y - 8, 9, 16, c);
  return scene('#efe5da', '#cfb79c', `<defs>${d}</defs>` + shadow(400, 668, 190) + stem(300, 160, -20, '#d8b56a') + stem(400, 110, 0, '#e2c583') + stem(500, 170, 30, '#cfa757') + stem(350, 220, -10, '#e2c583') + stem(455, 215, 14, '#d8b56a')
    + path('M362 385 H438 Q436 430 500 460 Q590 520 548 610 Q500 668 400 668 Q300 668 252 610 Q210 520 300 460 Q364 430 362 385 Z', f) + oval(400, 386, 38, 9, shade(colour, -0.4)) + line('M286 500 Q262 540 280 590', '#fff', 12, 'opacity=".35"'));
}

export function frame(kind) {
  const colour = kind === 'white' ? '#f4efe6' : wood[kind];
  return scene('#d9cfc4', '#b49d86', rect(232, 112, 352, 462, '#2b1d12', 6, 'opacity=".16"') + rect(220, 95, 352, 462, colour, 6) + line('M220 95 L262 137 M572 95 L530 137 M220 557 L262 515 M572 557 L530 515', shade(colour, -0.25), 3)
    + rect(258, 133, 276, 386, '#fffdf8') + rect(300, 178, 192, 296, '#e7d9c3') + `<circle cx="430" cy="260" r="40" fill="#d9764a"/>` + path('M300 400 Q350 320 400 380 Q440 340 492 410 V474 H300 Z', '#7f946f') + path('M300 440 Q380 390 492 450 V474 H300 Z', '#5d7355')
    + rect(150, 640, 500, 26, wood.walnut, 6), { horizon: 666 });
}

export function shelf(kind) {
  const colour = wood[kind];
  return scene('#d6dfd9', '#bccac1', rect(130, 472, 560, 40, '#2b1d12', 6, 'opacity=".14"') + rect(120, 440, 560, 44, colour, 6) + `<clipPath id="s"><rect x="120" y="440" width="560" height="44"/></clipPath><g clip-path="url(#s)">${grain(120, 440, 560, 44, colour, 9, 4)}</g>`
    + [['#c2694a', 190, 44, 190], ['#e2c583', 240, 36, 210], ['#56707a', 282, 48, 175], ['#8a9a6b', 336, 34, 200]].map(([c, x, w, h]) => rect(x, 440 - h, w, h, c, 4) + rect(x + 6, 440 - h + 24, w - 12, 8, '#fff', 2, 'opacity=".6"')).join('')
    + path('M500 440 L486 360 H594 L580 440 Z', '#efe7da') + [[-60, -150], [-24, -190], [20, -186], [58, -140], [0, -120]].map(([x, y], i) => path(`M540 362 Q${540 + x} ${362 + y / 2} ${540 + x} ${362 + y} Q${540 + x + 44} ${362 + y / 2 + 10} 540 362 Z`, i % 2 ? '#6f8f5c' : '#86a872')).join(''), { horizon: 720 });
}

export function basket() {
  let weave = '';
  for (let y = 0; y < 10; y++) for (let x = 0; x < 14; x++) weave += rect(210 + x * 28 + (y % 2) * 14, 380 + y * 28, 24, 22, (x + y) % 3 ? '#c9a468' : '#b98f52', 8);
  return scene('#e9e5dc', '#c9b396', shadow(400, 668, 230) + `<path d="M250 380 Q240 250 320 250 Q380 250 372 380 M428 380 Q420 250 480 250 Q560 250 550 380" fill="none" stroke="#a67c42" stroke-width="20"/>`
    + path('M200 380 H600 L560 640 Q540 670 400 672 Q260 670 240 640 Z', '#b08647') + `<clipPath id="b"><path d="M200 380 H600 L560 640 Q540 670 400 672 Q260 670 240 640 Z"/></clipPath><g clip-path="url(#b)">${weave}` + rect(520, 370, 100, 320, '#000', 0, 'opacity=".1"') + '</g>' + oval(400, 382, 200, 26, '#8f6a35') + oval(400, 378, 190, 20, '#6d4f27') + path('M250 372 Q330 300 400 350 Q470 300 552 372 Q480 396 400 392 Q320 396 250 372 Z', '#f0ebe2'));
}

export function stool(kind) {
  const colour = wood[kind];
  return scene('#dcd2c6', '#b8a089', shadow(400, 705, 220, 26) + line('M300 400 L232 700', shade(colour, -0.2), 34) + line('M500 400 L568 700', shade(colour, -0.2), 34) + line('M400 410 L404 716', shade(colour, -0.08), 36) + line('M272 560 H528', shade(colour, -0.26), 16)
    + oval(400, 390, 210, 50, shade(colour, -0.28)) + oval(400, 370, 210, 50, colour) + `<clipPath id="st"><ellipse cx="400" cy="370" rx="210" ry="50"/></clipPath><g clip-path="url(#st)">${grain(190, 322, 420, 96, colour, 4, 7)}</g>`
    + rect(330, 300, 150, 30, '#c2694a', 5) + rect(340, 272, 130, 28, '#56707a', 5) + path('M430 272 h18 v-60 h-18 Z', '#efe7da') + rect(310, 330, 180, 34, '#e2c583', 5));
}

export function artPrint() {
  return scene('#ddd6cc', '#bda78f', rect(192, 92, 440, 560, '#2b1d12', 4, 'opacity=".14"') + rect(180, 75, 440, 560, '#faf6ee', 4) + `<clipPath id="a"><rect x="225" y="120" width="350" height="430"/></clipPath><g clip-path="url(#a)">` + rect(225, 120, 350, 430, '#f1d9b5') + `<circle cx="470" cy="240" r="66" fill="#e0764a"/>` + path('M200 430 Q310 240 420 420 T640 400 V560 H200 Z', '#6c8a7d') + path('M200 490 Q360 350 470 470 T660 470 V560 H200 Z', '#3f5f5a') + [0, 1, 2, 3].map((i) => line(`M225 ${505 + i * 14} Q400 ${480 + i * 14} 575 ${505 + i * 14}`, '#f1d9b5', 3, 'opacity=".5"')).join('') + '</g>'
    + line('M330 590 H470', '#8a7d6b', 4), { horizon: 715, disc: false });
}

export function sideTable(colour) {
  const [d, f] = round(colour);
  return scene('#e3dcd0', '#b89f85', `<defs>${d}</defs>` + shadow(400, 712, 200, 26) + line('M300 330 L250 700 M500 330 L550 700 M400 340 L400 715', shade(colour, -0.25), 16) + oval(400, 560, 118, 22, 'none', `stroke="${shade(colour, -0.25)}" stroke-width="10"`)
    + path('M190 300 Q190 350 400 356 Q610 350 610 300 Z', f) + oval(400, 300, 210, 46, shade(colour, 0.12)) + oval(400, 304, 190, 36, shade(colour, -0.1))
    + path('M340 300 L350 220 H420 L430 300 Q385 314 340 300 Z', '#efe7da') + oval(385, 220, 35, 8, '#5a3a26') + rect(450, 274, 110, 20, '#c2694a', 4) + rect(456, 256, 100, 18, '#56707a', 4));
}
