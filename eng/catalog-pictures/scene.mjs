// Shared stage for the catalogue pictures: an 800 x 800 corner of a room with one thing in it.

/** Mixes a colour with white (amount > 0) or black (amount < 0). */
export function shade(hex, amount) {
  const target = amount > 0 ? 255 : 0;
  const part = Math.abs(amount);
  const channel = (at) => Math.round(parseInt(hex.slice(at, at + 2), 16) * (1 - part) + target * part);
  return '#' + [1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('');
}

let ids = 0;

/** A left-to-right gradient that makes a flat shape look round. Returns [definition, fill]. */
export function round(colour, depth = 0.22) {
  const id = `g${ids++}`;
  return [`<linearGradient id="${id}"><stop offset="0" stop-color="${shade(colour, depth * 0.5)}"/><stop offset=".35" stop-color="${colour}"/><stop offset="1" stop-color="${shade(colour, -depth)}"/></linearGradient>`, `url(#${id})`];
}

/** A top-to-bottom gradient. Returns [definition, fill]. */
export function fall(top, bottom) {
  const id = `g${ids++}`;
  return [`<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`, `url(#${id})`];
}

/** Light around a lamp or flame. */
export function glow(cx, cy, r, colour = '#ffe9b0', strength = 0.85) {
  const id = `g${ids++}`;
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient><circle cx="${cx}" cy="${cy}" r="${r}" fill="url(#${id})"/>`;
}

export const shadow = (cx, cy, rx, ry = rx / 7) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="#2b1d12" opacity=".18"/><ellipse cx="${cx}" cy="${cy}" rx="${rx * 0.72}" ry="${ry * 0.7}" fill="#2b1d12" opacity=".16"/>`;

export const path = (d, fill, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;
export const line = (d, colour, width, extra = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const rect = (x, y, w, h, fill, r = 0, extra = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${extra}/>`;
export const oval = (cx, cy, rx, ry, fill, extra = '') => `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${extra}/>`;
export const group = (transform, inner) => `<g transform="${transform}">${inner}</g>`;

/** Deterministic numbers between 0 and 1, so that a second run draws the same picture. */
export function dice(seed) {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

/** Grain of wood inside a clip path. */
export function grain(x, y, w, h, colour, seed = 7, lines = 7) {
  const next = dice(seed);
  let out = '';
  for (let i = 0; i < lines; i++) {
    const at = y + ((i + 0.5) / lines) * h + (next() - 0.5) * (h / lines);
    const bend = (next() - 0.5) * (h / lines) * 1.6;
    out += line(`M${x} ${at} C${x + w * 0.3} ${at + bend} ${x + w * 0.7} ${at - bend} ${x + w} ${at}`, shade(colour, -0.16), 2.5, 'opacity=".7"');
  }
  return out;
}

/** The whole picture: wall, floor, a soft disc of light, and the thing. */
export function scene(wall, floor, inner, { horizon = 590, disc = true } = {}) {
  const [wallDef, wallFill] = fall(shade(wall, 0.12), shade(wall, -0.04));
  const [floorDef, floorFill] = fall(shade(floor, -0.03), shade(floor, 0.14));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800"><defs>${wallDef}${floorDef}</defs>`
    + rect(0, 0, 800, 800, wallFill)
    + (disc ? `<circle cx="400" cy="360" r="270" fill="#fff" opacity=".22"/>` : '')
    + (horizon < 800 ? rect(0, horizon, 800, 800 - horizon, floorFill) : '')
    + inner + '</svg>';
}

export const wood = { oak: '#cfa26d', walnut: '#7b5136', black: '#35312f', birch: '#dcc39a', beech: '#d8ad7c', cedar: '#b9784a', olive: '#b98d54', acacia: '#a56a3c' };
