import { fall, glow, group, line, oval, path, rect, round, scene, shade, shadow, wood } from './scene.mjs';

export function deskLamp(finish) {
  const colour = wood[finish];
  const [d1, body] = round(colour);
  const metal = finish === 'black' ? '#c9a25c' : '#2f2b29';
  return scene('#e9dccb', '#c9b199', `<defs>${d1}</defs>`
    + glow(270, 400, 240) + shadow(470, 668, 170)
    + oval(470, 655, 130, 26, shade(colour, -0.25)) + oval(470, 645, 130, 26, body)
    + line('M470 640 L540 430 L360 270', metal, 14) + `<circle cx="540" cy="430" r="17" fill="${metal}"/>`
    + group('rotate(-38 330 285)', path('M250 250 Q330 190 410 250 L440 350 Q330 380 220 350 Z', body) + oval(330, 352, 108, 18, '#fff3cf'))
    + `<circle cx="470" cy="640" r="12" fill="${metal}"/>`);
}

export function pendant() {
  let ribs = '';
  for (let i = -4; i <= 4; i++) ribs += `<ellipse cx="400" cy="${380 + i * 44}" rx="${Math.sqrt(Math.max(0, 215 ** 2 - (i * 44) ** 2))}" ry="7" fill="none" stroke="#d9c7a4" stroke-width="3" opacity=".8"/>`;
  const [d, f] = fall('#fffaf0', '#f4e3bf');
  return scene('#cdd6cf', '#b7c2b9', `<defs>${d}</defs>` + line('M400 0 V170', '#4a4540', 6) + glow(400, 390, 380, '#fff1c8', 0.75)
    + rect(386, 145, 28, 28, '#4a4540', 4) + `<circle cx="400" cy="385" r="215" fill="${f}"/>` + ribs, { horizon: 720, disc: false });
}

export function tableLamp(colour) {
  const [d1, body] = round(colour);
  const [d2, shadeFill] = fall('#fff8e8', '#f3dfb8');
  return scene('#efe3d6', '#d6bfa6', `<defs>${d1}${d2}</defs>` + glow(400, 300, 330) + shadow(400, 668, 150)
    + path('M330 660 Q250 560 330 470 Q375 430 370 390 H430 Q425 430 470 470 Q550 560 470 660 Q400 680 330 660 Z', body)
    + rect(390, 350, 20, 50, '#8a7a63') + path('M300 165 H500 L560 370 Q400 400 240 370 Z', shadeFill) + oval(400, 166, 100, 14, '#fffdf6')
    + line('M300 520 Q400 545 500 520', shade(colour, -0.16), 4, 'opacity=".5"') + line('M292 560 Q400 590 508 560', shade(colour, -0.16), 4, 'opacity=".5"'));
}

export function floorLamp(kind) {
  const colour = wood[kind];
  const [d2, shadeFill] = fall('#fdf6e6', '#efdab2');
  return scene('#dfe0d6', '#b9a68e', `<defs>${d2}</defs>` + glow(400, 230, 310) + shadow(400, 720, 210, 24)
    + line('M400 330 L250 715', shade(colour, -0.12), 20) + line('M400 330 L550 715', shade(colour, -0.12), 20) + line('M400 330 L405 730', colour, 22)
    + line('M322 530 L478 530', '#b98f4d', 6) + oval(400, 340, 34, 14, '#b98f4d')
    + path('M290 110 H510 L555 325 Q400 352 245 325 Z', shadeFill) + oval(400, 111, 110, 14, '#fffdf5'), { horizon: 640 });
}

export function candles() {
  const [d1, wax] = round('#e3b04b');
  const stick = (x, top, holder) => rect(x - 17, top, 34, 610 - top, wax, 10) + path(`M${x - 17} ${top + 14} q14 26 10 58 q8 6 8 -14 Z`, '#f0c76b')
    + line(`M${x} ${top} v-18`, '#3b2f25', 4) + path(`M${x} ${top - 84} q30 40 0 68 q-30 -28 0 -68 Z`, '#ffd76b') + path(`M${x} ${top - 56} q14 22 0 38 q-14 -16 0 -38 Z`, '#fff4c9')
    + path(`M${x - 34} 600 h68 l-10 44 h-48 Z`, holder) + oval(x, 650, 62, 13, holder);
  return scene('#5b5a58', '#4a4845', `<defs>${d1}</defs>` + glow(280, 250, 190, '#ffcf70', 0.6) + glow(400, 170, 210, '#ffcf70', 0.6) + glow(520, 300, 170, '#ffcf70', 0.6)
    + shadow(400, 662, 250, 22) + stick(280, 290, '#b6863b') + stick(400, 210, '#a6772f') + stick(520, 340, '#b6863b'), { horizon: 620, disc: false });
}

export function lantern() {
  const metal = '#3d4a4f';
  return scene('#d9c9b6', '#9d8b78', shadow(400, 690, 190) + glow(400, 470, 260, '#ffd98c', 0.8)
    + line('M352 246 Q400 110 448 246', metal, 12) + path('M310 280 L400 205 L490 280 Z', metal) + rect(285, 278, 230, 26, shade(metal, -0.2), 6)
    + rect(305, 304, 190, 320, '#fff6dc', 4, 'opacity=".72"') + rect(365, 470, 70, 150, '#f6ead2', 8) + line('M400 470 v-14', '#40352a', 4)
    + path('M400 380 q32 44 0 76 q-32 -32 0 -76 Z', '#ffc24d') + path('M400 412 q15 22 0 40 q-15 -18 0 -40 Z', '#fff4c9')
    + [300, 390, 480].map((x) => rect(x, 304, x === 390 ? 8 : 20, 320, metal, 2, x === 390 ? 'opacity=".55"' : '')).join('')
    + rect(275, 620, 250, 40, metal, 8) + rect(262, 655, 276, 26, shade(metal, -0.25), 8));
}
