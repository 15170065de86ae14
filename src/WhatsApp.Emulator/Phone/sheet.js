import { el, newId } from "./dom.js";
import { icon } from "./icons.js";

// A dialog that rises from the bottom of its phone. Only that phone is blocked: the sheet belongs to it, so other phones stay usable.
// `build` gets { close, ready } and returns the fields; `submit` runs on the button below them.
export function openSheet(host, { title, opener, button, testId, submit, build, wide }) {
  const heading = newId("sheet");
  const send = button ? el("button", { type: "submit", class: "primary", "data-testid": testId }, button) : null;
  const dialog = el("dialog", { class: wide ? "sheet wide" : "sheet", "aria-labelledby": heading });
  const covered = [...host.children].filter(child => !child.inert);

  function close() {
    dialog.close();
    dialog.remove();
    for (const child of covered) child.inert = false;
    opener?.focus?.({ preventScroll: true });
  }

  const ready = yes => { if (send) send.disabled = !yes; };
  const form = el("form", { class: "panel", novalidate: true, onsubmit: event => {
    event.preventDefault();
    if (send?.disabled || !form.reportValidity()) return;
    const result = submit?.(new FormData(form));
    if (result !== false) close();
  } },
  el("header", {}, el("button", { type: "button", class: "icon", "aria-label": "Close", onclick: close }, icon("close")), el("h2", { id: heading, dir: "auto" }, title)),
  el("div", { class: "rows" }, build({ close, ready })),
  send ? el("footer", {}, send) : null);

  dialog.append(form);
  dialog.addEventListener("click", event => { if (event.target === dialog) close(); });
  dialog.addEventListener("cancel", event => { event.preventDefault(); close(); });
  dialog.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      keepInside(dialog, event);
    }
  });
  host.append(dialog);
  for (const child of covered) child.inert = true;
  dialog.show();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".rows input:not([type=hidden]), .rows textarea, .rows button, .rows select") ?? dialog.querySelector("button")).focus({ preventScroll: true });
  return close;
}

export function field(label, attributes, hint) {
  const id = newId("field");
  const { rows, ...rest } = attributes;
  return el("p", { class: "field" }, el("label", { for: id }, label),
    rows ? el("textarea", { id, rows, dir: "auto", ...rest }) : el("input", { id, dir: "auto", autocomplete: "off", ...rest }),
    hint ? el("small", {}, hint) : null);
}

function keepInside(dialog, event) {
  const stops = [...dialog.querySelectorAll("button:not(:disabled), input, textarea, select, a[href]")].filter(stop => stop.type !== "radio" || stop.checked || !dialog.querySelector("input[type=radio]:checked"));
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
}
