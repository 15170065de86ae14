import { el } from "./dom.js";

// A round picture with initials; the colour depends on the name only, so that a contact keeps it.
export function avatar(name, size = "") {
  const letters = (name.match(/[\p{L}\p{N}]+/gu) ?? ["?"]).slice(0, 2).map(word => [...word][0]).join("").toUpperCase();
  let hash = 7;
  for (const character of name) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  return el("span", { class: `avatar hue${(hash >>> 15) % 8} ${size}`, "aria-hidden": "true" }, letters);
}

// What a business can know of a person: the number, or only a username or an id.
export function identity(person) {
  if (person.waId && person.username) return `@${person.username}, number hidden`;
  if (person.waId) return `+${person.waId}`;
  return person.username ? `@${person.username}, no number` : "known by user id only";
}
