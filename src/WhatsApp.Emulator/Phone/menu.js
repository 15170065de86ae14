import { el } from "./dom.js";
import { icon } from "./icons.js";

// A small menu near its button, inside the phone. Items: { icon, text, go, testId }; `extra` goes above them.
export function openMenu(host, opener, items, { label, extra } = {}) {
  host.querySelector(":scope > .menu")?.remove();
  const buttons = items.map(item => el("button", { type: "button", role: "menuitem", "data-testid": item.testId, onclick: () => { close(); item.go(); } }, icon(item.icon, 20), item.text));
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label ?? "Options" }, extra?.(close), ...buttons);

  function close(focus = true) {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    opener.setAttribute("aria-expanded", "false");
    if (focus) (opener.tabIndex >= 0 ? opener : opener.closest("li"))?.focus({ preventScroll: true });
  }

  function outside(event) {
    if (!menu.contains(event.target)) close(false);
  }

  menu.addEventListener("keydown", event => {
    const stops = [...menu.querySelectorAll("[role=menuitem]")];
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (to !== undefined) {
      event.preventDefault();
      stops.at(to % stops.length).focus();
    }
  });
  host.append(menu);
  opener.setAttribute("aria-expanded", "true");
  put(menu, host, opener);
  document.addEventListener("pointerdown", outside, true);
  menu.querySelector("[role=menuitem]").focus({ preventScroll: true });
}

// Below the button where there is room, else above it; never outside the phone.
function put(menu, host, opener) {
  const [around, at, size] = [host.getBoundingClientRect(), opener.getBoundingClientRect(), menu.getBoundingClientRect()];
  const below = at.bottom + 4 + size.height <= around.bottom - 8;
  const top = below ? at.bottom + 4 : Math.max(around.top + 8, at.top - 4 - size.height);
  const left = Math.min(Math.max(around.left + 8, at.right - size.width), around.right - size.width - 8);
  menu.style.top = `${top - around.top - host.clientTop}px`;
  menu.style.left = `${left - around.left - host.clientLeft}px`;
}
