import { dice, fall, grain, group, line, oval, path, rect, round, scene, shade, shadow, wood } from './scene.mjs';

export function mug(colour) {
  const [d, f] = round(colour);
  const speckle = dice(11);
  let dots = '';
  for (let i = 0; i < 60; i++) dots += `<circle cx="${270 + speckle() * 220}" cy="${330 + speckle() * 260}" r="${1.5 + speckle() * 2}" fill="${shade(colour, -0.4)}" opacity=".35"/>`;
  return scene('#f0e4d4', '#d9c2a5', `<defs>${d}</defs>` + shadow(395, 655, 190)
    + `<path d="M490 380 h40 a80 80 0 0 1 0 165 h-48" fill="none" stroke="${shade(colour, -0.1)}" stroke-width="36"/>`
    + path('M250 290 H510 L495 610 Q490 650 450 652 H310 Q270 650 265 610 Z', f) + dots
    + path('M262 560 L498 560 L495 612 Q490 650 450 652 H310 Q270 650 265 612 Z', '#c99f76', 'opacity=".55"')
    + oval(380, 290, 130, 30, shade(colour, 0.25)) + oval(380, 296, 114, 22, '#5a3a26')
    + [330, 385, 440].map((x, i) => line(`M${x} ${240 - i * 8} q-22 -34 0 -66 q22 -32 0 -64`, '#fff', 8, 'opacity=".6"')).join(''));
}

export function plate(colour) {
  const ring = shade(colour, -0.14);
  return scene('#cbb79d', '#cbb79d', shadow(410, 430, 310, 290) + `<circle cx="400" cy="400" r="285" fill="${colour}"/><circle cx="400" cy="400" r="285" fill="none" stroke="${ring}" stroke-width="8"/>`
    + `<circle cx="400" cy="400" r="215" fill="${shade(colour, 0.14)}"/><circle cx="400" cy="400" r="215" fill="none" stroke="${ring}" stroke-width="3" opacity=".7"/>`
    + path('M220 300 A205 205 0 0 1 400 195', 'none', `stroke="#fff" stroke-width="14" stroke-linecap="round" opacity=".5"`)
    + group('rotate(24 400 400)', line('M400 300 q-14 110 4 220', '#71854f', 7) + [0, 1, 2, 3, 4].map((i) => path(`M398 ${330 + i * 40} q-62 -12 -70 -56 q58 -4 70 56 Z`, '#8ea267') + path(`M402 ${345 + i * 40} q62 -12 70 -56 q-58 -4 -70 56 Z`, '#7c9157')).join('')), { horizon: 800, disc: false });
}

export function pourOver() {
  const [d, glass] = fall('#ffffff', '#dfe9ea');
  return scene('#e6e0d4', '#c8a983', `<defs>${d}</defs>` + shadow(400, 690, 180)
    + path('M300 400 L250 640 Q250 690 300 690 H500 Q550 690 550 640 L500 400 Z', glass, 'opacity=".82"') + path('M277 560 L262 640 Q262 678 302 678 H498 Q538 678 538 640 L523 560 Q400 590 277 560 Z', '#6b4226')
    + rect(290, 380, 220, 46, wood.walnut, 12) + line('M400 382 v42', shade(wood.walnut, -0.3), 5) + `<circle cx="400" cy="404" r="9" fill="#d8b68a"/>`
    + path('M270 210 H530 L440 385 H360 Z', '#f7f4ee') + path('M270 210 H530 L440 385 H360 Z', 'none', 'stroke="#d5cfc2" stroke-width="5"') + oval(400, 210, 130, 26, '#fffdf8') + oval(400, 214, 108, 18, '#4d2f1c')
    + [310, 345, 455, 490].map((x) => line(`M${x} 240 L${400 + (x - 400) * 0.35} 372`, '#ddd6c8', 4)).join('') + line('M556 300 q60 10 40 90 q-18 50 -78 60', '#f7f4ee', 0));
}

export function board() {
  return scene('#dbe1d5', '#b9c4b2', shadow(410, 632, 240, 26)
    + `<clipPath id="cb"><path d="M180 330 Q180 280 240 275 Q420 240 560 300 Q640 340 630 450 Q620 590 480 615 Q300 640 220 580 Q170 520 180 330 Z"/></clipPath>`
    + path('M180 342 Q180 292 240 287 Q420 252 560 312 Q640 352 630 462 Q620 602 480 627 Q300 652 220 592 Q170 532 180 342 Z', shade(wood.olive, -0.35))
    + `<g clip-path="url(#cb)">` + rect(150, 230, 520, 420, wood.olive) + grain(150, 240, 520, 400, wood.olive, 3, 12) + oval(470, 430, 90, 44, 'none', `stroke="${shade(wood.olive, -0.3)}" stroke-width="5"`) + oval(470, 430, 50, 22, 'none', `stroke="${shade(wood.olive, -0.34)}" stroke-width="5"`) + oval(470, 430, 18, 8, shade(wood.olive, -0.4)) + '</g>'
    + `<circle cx="228" cy="330" r="17" fill="#b9c4b2"/>` + line('M228 318 q-40 -60 -8 -98', '#6b5137', 7)
    + group('translate(300 470)', `<circle r="52" fill="#d95f45"/><circle r="52" fill="none" stroke="#b8432d" stroke-width="4"/>` + path('M-8 -50 q-16 -24 -34 -22 q6 22 30 26 Z', '#5f8145') + path('M0 -52 q12 -26 36 -20 q-10 20 -32 22 Z', '#6f9450')));
}

export function carafe(tint) {
  const smoke = tint === 'smoke';
  const glass = smoke ? '#6e747a' : '#cfe3e6';
  const [d, f] = round(glass, 0.3);
  return scene(smoke ? '#e3ddd4' : '#e9e2d5', '#cdb89e', `<defs>${d}</defs>` + shadow(400, 672, 150)
    + `<g opacity="${smoke ? 0.8 : 0.75}">` + path('M355 150 H445 Q440 270 470 320 Q530 400 520 600 Q518 665 460 668 H340 Q282 665 280 600 Q270 400 330 320 Q360 270 355 150 Z', f) + '</g>'
    + path('M288 470 Q400 500 512 470 Q524 540 519 602 Q516 660 460 662 H340 Q284 660 281 602 Q276 540 288 470 Z', smoke ? '#4f565c' : '#9fcbd4', 'opacity=".75"')
    + [0, 1, 2, 3, 4, 5, 6].map((i) => line(`M${300 + i * 33} ${370 + Math.abs(i - 3) * 8} Q${290 + i * 36} 500 ${302 + i * 33} 640`, '#fff', 5, 'opacity=".35"')).join('')
    + oval(400, 152, 45, 12, shade(glass, 0.3)) + line('M322 380 Q300 480 306 590', '#fff', 10, 'opacity=".6"')
    + group('translate(585 590)', path('M-50 -90 H50 L42 78 Q0 92 -42 78 Z', glass, 'opacity=".6"') + path('M-46 -10 Q0 6 46 -10 L42 76 Q0 90 -42 76 Z', smoke ? '#4f565c' : '#9fcbd4', 'opacity=".7"') + oval(0, -90, 50, 10, shade(glass, 0.35), 'opacity=".8"')));
}

export function napkins(colour) {
  const fold = (y, c) => path(`M190 ${y} L600 ${y - 40} L640 ${y + 50} L230 ${y + 96} Z`, c) + line(`M204 ${y + 12} L606 ${y - 28}`, shade(c, 0.3), 3, 'stroke-dasharray="10 8"') + path(`M230 ${y + 96} L640 ${y + 50} L640 ${y + 70} L230 ${y + 118} Z`, shade(c, -0.18));
  return scene('#efe7da', '#d4bb97', shadow(425, 590, 235, 26) + [3, 2, 1, 0].map((i) => fold(470 - (3 - i) * 46, shade(colour, (i - 1) * 0.04))).join('')
    + group('translate(420 300) rotate(-6)', line('M-160 10 Q0 40 170 -10', '#7d6a4f', 7) + line('M10 24 q-30 60 -70 70 M10 24 q36 50 80 48', '#7d6a4f', 6) + path('M-30 22 q-30 -70 -90 -92 q-4 66 90 92 Z', '#8b9c6c') + path('M20 20 q16 -80 76 -104 q14 70 -76 104 Z', '#7b8d5c')));
}

export function saladBowl() {
  const [d, f] = round(wood.acacia, 0.28);
  const leaf = (x, y, r, c) => group(`translate(${x} ${y}) rotate(${r})`, path('M0 0 q-46 -40 -26 -98 q24 -34 52 0 q20 58 -26 98 Z', c) + line('M0 -6 V-92', shade(c, 0.3), 4));
  return scene('#eef0e4', '#cfc0a5', `<defs>${d}</defs>` + shadow(400, 650, 240)
    + leaf(250, 420, -34, '#7fa356') + leaf(330, 400, -14, '#97b96a') + leaf(420, 395, 8, '#6f9449') + leaf(510, 400, 26, '#8bb060') + leaf(570, 430, 48, '#7fa356') + leaf(380, 410, -4, '#a8c67c')
    + `<circle cx="300" cy="386" r="34" fill="#d9553f"/><circle cx="470" cy="380" r="32" fill="#e0674b"/><circle cx="535" cy="398" r="28" fill="#d9553f"/>`
    + oval(400, 412, 220, 40, 'none', `stroke="${shade(wood.acacia, -0.25)}" stroke-width="10"`)
    + path('M180 412 Q200 640 400 645 Q600 640 620 412 Q400 478 180 412 Z', f) + line('M214 500 Q400 560 586 500', shade(wood.acacia, -0.25), 4, 'opacity=".6"') + line('M240 560 Q400 612 560 560', shade(wood.acacia, -0.25), 4, 'opacity=".6"')
    + line('M600 250 L520 420', wood.birch, 16) + oval(612, 224, 26, 42, wood.birch, 'transform="rotate(24 612 224)"'));
}

export function teapot() {
  const iron = '#2f3b3c';
  const [d, f] = round(iron, 0.35);
  let knobs = '';
  for (let row = 0; row < 5; row++) for (let i = 0; i < 9 - (row % 2); i++) knobs += `<circle cx="${280 + i * 32 + (row % 2) * 16}" cy="${430 + row * 34}" r="8" fill="${shade(iron, 0.16)}"/>`;
  return scene('#d8cfc6', '#a99685', `<defs>${d}</defs>` + shadow(410, 660, 220)
    + `<path d="M250 400 Q240 180 405 170 Q570 180 560 400" fill="none" stroke="${shade(iron, -0.25)}" stroke-width="22"/>`
    + path('M585 430 Q660 420 690 350 L720 372 Q690 500 590 540 Z', shade(iron, -0.1)) + path('M230 420 H580 Q630 520 570 620 Q540 655 405 655 Q270 655 240 620 Q180 520 230 420 Z', f) + knobs
    + oval(405, 416, 150, 30, shade(iron, 0.12)) + oval(405, 404, 104, 26, shade(iron, -0.2)) + rect(390, 360, 30, 34, shade(iron, 0.05), 8) + oval(405, 356, 28, 16, shade(iron, 0.2)));
}

export function spiceJars() {
  const jar = (x, spice, label) => rect(x - 58, 400, 116, 210, '#f4f7f5', 22, 'opacity=".85"') + path(`M${x - 58} 470 q58 18 116 0 V590 q0 20 -22 20 H${x - 36} q-22 0 -22 -20 Z`, spice) + rect(x - 62, 356, 124, 54, wood.birch, 14) + line(`M${x - 50} 372 h100 M${x - 50} 390 h100`, shade(wood.birch, -0.14), 3)
    + rect(x - 36, 500, 72, 50, '#fffaf0', 6) + line(`M${x - 22} 518 h44 M${x - 14} 534 h28`, '#7a6d5d', 4) + label;
  return scene('#e9d9cd', '#c39e80', shadow(400, 622, 300, 26) + rect(90, 606, 620, 26, wood.walnut, 6) + jar(180, '#c2542d', '') + jar(328, '#d9a441', '') + jar(476, '#6f7f44', '') + jar(622, '#7d3b2a', '')
    + rect(90, 250, 620, 0, wood.walnut), { horizon: 632 });
}
