import { el } from "./dom.js";

export const moods = ["👍", "❤️", "😂", "😮", "😢", "🙏"];
const common = [..."😀😃😄😁😅😂🙂😉😊😍😘😋😎🤔😴😮😢😭😡🥳🤗🙄👍👎👌🙏👏💪👋✌️🤝🎉🔥✨⭐❤️💚💔✅❌❓❗🎁🛒📦🚚💳☕🍞🍰🌹"];

// A line of reactions inside a menu.
export function moodRow(pick) {
  return el("div", { class: "moods", role: "none" }, ...moods.map(mood => el("button", { type: "button", role: "menuitem", "aria-label": `React ${mood}`, "data-testid": "react", onclick: () => pick(mood) }, mood)));
}

// A grid of emoji inside a menu.
export function emojiGrid(pick) {
  return el("div", { class: "grid", role: "none" }, ...group(common).map(one => el("button", { type: "button", role: "menuitem", "aria-label": one, onclick: () => pick(one) }, one)));
}

// A variation selector belongs to the sign before it.
function group(signs) {
  return signs.reduce((all, sign) => (sign === "\uFE0F" ? [...all.slice(0, -1), all.at(-1) + sign] : [...all, sign]), []);
}
