import * as api from "./api.js";
import { arrows, el, newId, place } from "./dom.js";
import { entryRow } from "./entry.js";
import { icon } from "./icons.js";
import { switchBoard } from "./switches.js";

const filters = {
  all: ["All", () => true],
  call: ["API calls", entry => entry.kind === "call"],
  webhook: ["Webhooks", entry => entry.kind === "webhook"],
  bad: ["Failed", entry => !entry.good],
};

// What goes in and out, newest first, with the means to send a webhook again in another shape.
export class Pane {
  constructor(element, button) {
    this.element = element;
    this.button = button;
    this.entries = new Map();
    this.last = 0;
    this.filter = "all";
    this.words = "";
    this.#build();
  }

  #build() {
    const id = newId("filter");
    this.input = el("input", { id, type: "search", placeholder: "Filter by type, address or message id", autocomplete: "off", "data-testid": "traffic-filter", oninput: () => { this.words = this.input.value.trim().toLowerCase(); this.draw(); } });
    this.chips = Object.entries(filters).map(([name, [text]]) => el("button", { type: "button", class: "chip", "aria-pressed": String(name === this.filter), "data-filter": name, onclick: () => this.choose(name) }, text));
    this.rows = el("ul", { class: "entries", "aria-label": "Traffic", "data-testid": "traffic" });
    this.none = el("p", { class: "hint" }, "Nothing yet. Write something on a phone.");
    arrows(this.rows, ".line");
    this.element.append(
      el("div", { class: "pane-head" }, el("h2", {}, "Developer"), el("button", { type: "button", class: "icon", "aria-label": "Forget what is listed", title: "Forget what is listed", onclick: () => this.clear() }, icon("trash", 20)),
        el("button", { type: "button", class: "icon", "aria-label": "Close the developer's pane", onclick: () => this.toggle() }, icon("close", 20))),
      el("div", { class: "pane-tools" }, el("div", { class: "find" }, icon("search", 18), el("label", { class: "hidden", for: id }, "Filter the traffic"), this.input), el("div", { class: "chips", role: "group", "aria-label": "Which traffic" }, ...this.chips), switchBoard()),
      el("div", { class: "pane-list", tabindex: "0", role: "region", "aria-label": "Traffic" }, this.none, this.rows));
    this.element.addEventListener("keydown", event => { if (event.key === "Escape" && !this.element.querySelector("dialog[open]")) this.toggle(); });
  }

  toggle() {
    const open = this.element.hidden;
    this.element.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("with-pane", open);
    if (open) {
      this.input.focus();
      this.refresh();
    } else {
      this.button.focus();
    }
  }

  open(messageId) {
    if (this.element.hidden) this.toggle();
    if (messageId === undefined) return;
    this.input.value = messageId;
    this.words = messageId.toLowerCase();
    this.choose("all");
  }

  choose(name) {
    this.filter = name;
    for (const chip of this.chips) chip.setAttribute("aria-pressed", String(chip.dataset.filter === name));
    this.draw();
  }

  // Nothing is fetched while nobody looks; one look at a time is enough.
  async refresh() {
    if (this.element.hidden) return;
    if (this.looking) return void (this.again = true);
    this.looking = true;
    do {
      this.again = false;
      const fresh = await api.traffic(this.last).catch(() => []);
      for (const entry of fresh) this.entries.set(entry.id, entry);
      this.last = fresh.at(-1)?.id ?? this.last;
      while (this.entries.size > 500) this.entries.delete(this.entries.keys().next().value);
      if (fresh.length) this.draw();
    } while (this.again);
    this.looking = false;
  }

  // The emulator may have been started anew: its numbers begin again.
  reset() {
    this.last = 0;
    this.clear();
    this.refresh();
  }

  clear() {
    this.entries.clear();
    this.draw();
  }

  draw() {
    const keep = [...this.entries.values()].reverse().filter(entry => filters[this.filter][1](entry) && this.#mentions(entry));
    const shown = new Map([...this.rows.children].map(row => [Number(row.dataset.entry), row]));
    const rows = keep.map(entry => shown.get(entry.id) ?? entryRow(entry, this.element));
    place(this.rows, rows);
    this.none.hidden = rows.length > 0;
    this.none.textContent = this.entries.size ? "Nothing matches." : "Nothing yet. Write something on a phone.";
  }

  #mentions(entry) {
    return !this.words || `${entry.title} ${entry.target} ${entry.status ?? entry.failure} ${entry.messages.join(" ")}`.toLowerCase().includes(this.words);
  }
}
