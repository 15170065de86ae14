import { dice, grain, line, oval, path, rect, scene, shade, shadow, wood } from './scene.mjs';

export function wool(colour) {
  let weave = '';
  for (let y = 0; y < 11; y++) for (let x = 0; x < 9; x++) weave += line(`M${250 + x * 36} ${150 + y * 44} l18 22 l18 -22`, shade(colour, y % 2 ? -0.18 : 0.2), 5, 'opacity=".55"');
  const fringe = Array.from({ length: 17 }, (_, i) => line(`M${252 + i * 19} 612 q-6 28 ${i % 2 ? 4 : -4} 56`, shade(colour, -0.1), 6)).join('');
  return scene('#ece3d8', '#cdb8a0', shadow(400, 690, 240, 26) + line('M150 145 H650', wood.oak, 24) + line('M190 145 V705 M610 145 V705', wood.oak, 20)
    + path('M240 140 H570 L580 610 Q410 630 246 612 Z', colour) + `<clipPath id="w"><path d="M240 140 H570 L580 610 Q410 630 246 612 Z"/></clipPath><g clip-path="url(#w)">${weave}` + rect(330, 130, 40, 500, '#000', 0, 'opacity=".06"') + rect(470, 130, 50, 500, '#fff', 0, 'opacity=".08"') + '</g>' + fringe
    + rect(236, 128, 340, 30, shade(colour, 0.12), 14));
}

export function bedding(colour) {
  const dark = shade(colour, -0.12);
  return scene('#e4ddd4', '#bda78f', rect(110, 170, 580, 300, wood.oak, 26) + grain(120, 180, 560, 280, wood.oak, 5, 8) + shadow(400, 735, 340, 26)
    + rect(120, 440, 560, 250, shade(wood.oak, -0.2), 14)
    + path('M150 330 Q270 280 390 330 Q404 400 388 450 Q270 480 152 450 Q136 390 150 330 Z', shade(colour, 0.22)) + path('M412 330 Q530 280 650 330 Q664 400 648 450 Q530 480 412 450 Q396 390 412 330 Z', shade(colour, 0.22))
    + line('M176 345 Q200 400 172 440 M366 345 Q344 400 370 436 M438 345 Q460 400 434 440 M628 345 Q606 400 630 436', dark, 4, 'opacity=".5"')
    + path('M105 470 Q400 400 695 470 L720 690 Q400 740 80 690 Z', colour) + path('M105 470 Q400 400 695 470 L702 528 Q400 462 98 528 Z', shade(colour, 0.26))
    + line('M220 520 Q240 610 200 700 M400 500 Q380 620 420 712 M580 520 Q560 610 600 700', dark, 6, 'opacity=".55"') + line('M310 510 Q330 600 300 650 M500 510 Q490 590 520 650', shade(colour, 0.2), 6, 'opacity=".6"'), { horizon: 620, disc: false });
}

export function cushion(colour) {
  const next = dice(21);
  let curls = '';
  for (let i = 0; i < 240; i++) {
    const [x, y] = [210 + next() * 380, 250 + next() * 340];
    curls += `<circle cx="${x}" cy="${y}" r="${7 + next() * 7}" fill="none" stroke="${shade(colour, next() > 0.5 ? 0.25 : -0.14)}" stroke-width="4" opacity=".5"/>`;
  }
  const shape = 'M190 240 Q400 280 610 240 Q580 420 612 610 Q400 570 188 610 Q220 420 190 240 Z';
  return scene('#e7e2da', '#c4ae95', shadow(400, 640, 240, 30) + path(shape, colour) + `<clipPath id="c"><path d="${shape}"/></clipPath><g clip-path="url(#c)">${curls}` + oval(470, 560, 260, 120, '#000', 'opacity=".07"') + '</g>' + path(shape, 'none', `stroke="${shade(colour, -0.16)}" stroke-width="6"`));
}

export function juteRug() {
  let rings = '';
  for (let r = 300; r > 10; r -= 22) rings += oval(400, 410, r, r * 0.86, 'none', `stroke="${(r / 22) % 2 < 1 ? '#b98f57' : '#cda56c'}" stroke-width="20" stroke-dasharray="13 3"`);
  return scene('#9a7c62', '#9a7c62', [0, 1, 2, 3, 4, 5, 6].map((i) => rect(0, i * 116, 800, 112, shade('#a98a6e', (i % 3) * 0.04 - 0.04))).join('') + shadow(408, 424, 322, 282) + oval(400, 410, 306, 264, '#c59c62') + rings, { horizon: 800, disc: false });
}

export function towel(colour) {
  let waffle = '';
  for (let y = 0; y < 14; y++) for (let x = 0; x < 8; x++) waffle += rect(268 + x * 34, 236 + y * 32, 26, 24, shade(colour, -0.1), 4, 'opacity=".7"');
  return scene('#dfe7e6', '#c3cfcd', rect(150, 190, 500, 20, '#b98f4d', 10) + `<circle cx="150" cy="200" r="20" fill="#a57c3c"/><circle cx="650" cy="200" r="20" fill="#a57c3c"/>`
    + path('M250 205 H550 V690 Q400 704 250 690 Z', colour) + `<clipPath id="t"><path d="M250 205 H550 V690 Q400 704 250 690 Z"/></clipPath><g clip-path="url(#t)">${waffle}` + rect(250, 610, 300, 16, shade(colour, -0.25)) + rect(250, 636, 300, 6, shade(colour, -0.25)) + rect(440, 200, 60, 520, '#fff', 0, 'opacity=".14"') + '</g>' + rect(244, 186, 312, 34, shade(colour, 0.14), 16), { horizon: 740 });
}

export function curtain(colour) {
  const folds = (from, to) => Array.from({ length: 5 }, (_, i) => line(`M${from + ((i + 0.5) * (to - from)) / 5} 150 Q${from + ((i + 0.5) * (to - from)) / 5 + 10} 420 ${from + ((i + 0.5) * (to - from)) / 5 - 4} 715`, shade(colour, i % 2 ? 0.2 : -0.12), 12, 'opacity=".5"')).join('');
  return scene('#efe9df', '#b99f83', rect(240, 190, 320, 380, '#bfe0ee', 6) + rect(240, 400, 320, 170, '#a9c98f') + `<circle cx="490" cy="270" r="40" fill="#fff3c4"/>` + oval(330, 420, 120, 60, '#94b878') + oval(480, 430, 120, 50, '#86ab6a')
    + rect(232, 182, 336, 396, 'none', 6, 'stroke="#fffdf8" stroke-width="18"') + rect(394, 190, 12, 380, '#fffdf8') + rect(240, 374, 320, 12, '#fffdf8')
    + line('M120 140 H680', '#3b3633', 14) + `<circle cx="112" cy="140" r="18" fill="#3b3633"/><circle cx="688" cy="140" r="18" fill="#3b3633"/>`
    + path('M140 146 H320 Q300 430 312 720 H132 Q150 430 140 146 Z', colour, 'opacity=".95"') + folds(148, 306) + path('M480 146 H660 Q650 430 668 720 H488 Q500 430 480 146 Z', colour, 'opacity=".95"') + folds(494, 652), { horizon: 690, disc: false });
}
