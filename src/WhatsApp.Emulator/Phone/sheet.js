import { el } from "./dom.js";
import { icon } from "./icons.js";

// The bottom sheet of a list message: pick one row, then Send.
export function openSheet(host, message, opener, send) {
  const button = el("button", { type: "submit", "data-testid": "list-send", disabled: true }, "Send");
  const title = el("h2", { id: "sheet-title" }, message.listButton);
  const dialog = el("dialog", { class: "sheet", "aria-labelledby": "sheet-title" });
  const close = () => { dialog.close(); dialog.remove(); opener.focus({ preventScroll: true }); };

  const form = el("form", { class: "panel", onsubmit: event => {
    event.preventDefault();
    const picked = form.querySelector("input:checked");
    if (!picked) return;
    close();
    send(picked.value);
  } },
  el("header", {}, el("button", { type: "button", class: "icon", "aria-label": "Close", onclick: close }, icon("close")), title),
  el("div", { class: "rows" }, ...message.sections.map(section => group(section, () => { button.disabled = false; }))),
  el("footer", {}, button));

  dialog.append(form);
  dialog.addEventListener("click", event => { if (event.target === dialog) close(); });
  dialog.addEventListener("cancel", event => { event.preventDefault(); close(); });
  host.append(dialog);
  // Not modal for the whole page: the sheet belongs to the phone's frame, so the frame keeps its place on a desktop.
  dialog.show();
  dialog.addEventListener("keydown", event => { if (event.key === "Escape") close(); else if (event.key === "Tab") keepInside(dialog, event); });
  dialog.querySelector("input")?.focus();
}

function group(section, picked) {
  return el("fieldset", {}, section.title ? el("legend", {}, section.title) : null, ...section.rows.map(row =>
    el("label", { class: "pick", "data-testid": "list-row" },
      el("span", {}, el("b", {}, row.title), row.description ? el("small", {}, row.description) : null),
      el("input", { type: "radio", name: "row", value: row.id, onchange: picked }))));
}

function keepInside(dialog, event) {
  const stops = [...dialog.querySelectorAll("button:not(:disabled), input")].filter(stop => stop.type !== "radio" || stop.checked || !dialog.querySelector("input:checked"));
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
  else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
}
