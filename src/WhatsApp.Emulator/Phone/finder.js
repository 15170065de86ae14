import { el, newId } from "./dom.js";
import { icon } from "./icons.js";

// Search inside the open chat: marks what matches and goes from one to the next.
export function finder(chat) {
  const id = newId("find");
  const input = el("input", { id, type: "search", placeholder: "Search in this chat", autocomplete: "off", dir: "auto", "data-testid": "find" });
  const count = el("span", { class: "count", role: "status", "data-testid": "find-count" });
  const step = (name, picture, by) => el("button", { type: "button", class: "icon", "aria-label": name, onclick: () => go(by) }, icon(picture, 20));
  const element = el("div", { class: "finder", role: "search", hidden: true },
    el("label", { class: "hidden", for: id }, "Search in this chat"), input, count, step("Earlier match", "back", -1), step("Later match", "down", 1),
    el("button", { type: "button", class: "icon", "aria-label": "Close search", onclick: () => close() }, icon("close", 20)));
  let [hits, at] = [[], -1];

  function look() {
    const words = input.value.trim().toLocaleLowerCase();
    for (const row of chat.list.querySelectorAll(".found")) row.classList.remove("found", "current");
    hits = words ? [...chat.list.querySelectorAll(":scope > [data-id]")].filter(row => row.textContent.toLocaleLowerCase().includes(words)) : [];
    for (const row of hits) row.classList.add("found");
    at = hits.length;
    if (hits.length) go(-1);
    else count.textContent = words ? "no match" : "";
  }

  function go(by) {
    if (!hits.length) return;
    hits[at]?.classList.remove("current");
    at = (at + by + hits.length) % hits.length;
    hits[at].classList.add("current");
    chat.pinned = false;
    hits[at].scrollIntoView({ block: "center" });
    count.textContent = `${at + 1} of ${hits.length}`;
  }

  function close() {
    if (element.hidden) return;
    element.hidden = true;
    input.value = "";
    look();
    chat.composer.focus();
  }

  input.addEventListener("input", look);
  input.addEventListener("keydown", event => {
    if (event.key === "Enter") go(event.shiftKey ? 1 : -1);
  });
  return { element, close, get isOpen() { return !element.hidden; }, open: () => { element.hidden = false; input.focus(); } };
}
