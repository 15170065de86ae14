import * as api from "./api.js";
import { el } from "./dom.js";

const names = {
  shuffle: "In a random order", duplicate: "Each one twice", skipDelivered: "Without delivered", beforeAnswer: "Before the send call is answered", silent: "None at all",
};

// How unruly the statuses of coming messages are.
export function switchBoard() {
  const boxes = Object.entries(names).map(([name, text]) => el("label", { class: "switch" },
    el("input", { type: "checkbox", "data-switch": name, onchange: event => api.setSwitches({ [name]: event.target.checked }).then(show, () => { event.target.checked = !event.target.checked; }) }), text));
  const show = values => { for (const box of boxes) box.firstChild.checked = values[box.firstChild.dataset.switch]; };
  return el("details", { class: "switches", ontoggle: event => { if (event.target.open) api.switches().then(show, () => {}); } }, el("summary", {}, "Unruly statuses"), ...boxes);
}
