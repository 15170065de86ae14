import * as api from "./api.js";
import { arrows, el, newId, place } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, identity } from "./person.js";
import { line } from "./preview.js";
import { listTime } from "./times.js";

// The chats of one phone, newest first, with search over names and messages.
export class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.chats = new Map();
    this.typing = new Map();
    const id = newId("search");
    this.input = el("input", { id, type: "search", placeholder: "Search", autocomplete: "off", dir: "auto", "data-testid": "search" });
    this.rows = el("ul", { class: "chats" });
    this.hits = el("ul", { class: "chats", "data-testid": "hits" });
    this.found = el("p", { class: "group", role: "status" });
    const person = phone.person;
    this.element = el("div", { class: "side" },
      el("div", { class: "owner" }, avatar(person.name), el("div", { class: "who" }, el("h2", { dir: "auto" }, person.name), el("p", { "data-testid": "identity" }, identity(person)))),
      el("div", { class: "find", role: "search" }, icon("search", 18), el("label", { class: "hidden", for: id }, "Search chats and messages"), this.input),
      el("div", { class: "shelf" }, this.rows, this.found, this.hits));
    arrows(this.element, "input, .chats button");
    this.input.addEventListener("input", () => this.#look());
    this.input.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !this.input.value) return;
      event.stopPropagation();
      this.input.value = "";
      this.#look();
    });
  }

  async load() {
    const chats = await api.chats(this.phone.id);
    this.chats = new Map(chats.map(chat => [chat.id, chat]));
    for (const chat of chats) this.#setTyping(chat.id, chat.typing);
    this.draw();
    return chats;
  }

  update(news) {
    const chat = this.chats.get(news.chat);
    if (!chat) return void this.load().catch(error => this.phone.trouble(error));
    if (news.typing) this.#setTyping(news.chat, true);
    const message = news.message;
    if (message) {
      chat.unread = news.unread;
      if (message.isFromBusiness && message.status === "pending") this.#setTyping(news.chat, false);
      if (message.id === news.last) chat.last = message;
    }
    this.draw();
  }

  draw() {
    const words = this.input.value.trim().toLocaleLowerCase();
    const shown = [...this.chats.values()].filter(chat => chat.name.toLocaleLowerCase().includes(words))
      .sort((a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? ""));
    const buttons = new Map([...this.rows.children].map(row => [row.dataset.chat, row]));
    place(this.rows, shown.map(chat => {
      const row = buttons.get(chat.id) ?? el("li", { "data-chat": chat.id }, el("button", { type: "button", "data-testid": "chat", onclick: () => this.phone.openChat(chat.id) }));
      this.#fill(row.firstElementChild, chat);
      return row;
    }));
    if (!this.chats.size) this.rows.append(el("li", { class: "hint" }, "No business yet: add a number."));
  }

  #fill(button, chat) {
    const { last, unread } = chat;
    button.toggleAttribute("aria-current", this.phone.chat.id === chat.id);
    button.replaceChildren(avatar(chat.name), el("span", { class: "words" },
      el("span", { class: "upper" }, el("b", { dir: "auto" }, chat.name), last ? el("time", { datetime: last.at, class: unread ? "fresh" : null }, listTime(last.at)) : null),
      el("span", { class: "lower" }, this.typing.has(chat.id) ? el("span", { class: "preview busy" }, "typing…") : el("span", { class: "preview" }, ...this.#preview(last)),
        unread ? el("span", { class: "unread", "data-testid": "unread" }, el("span", { class: "hidden" }, "unread messages: "), String(unread)) : null)));
  }

  #preview(message) {
    if (!message) return [el("span", {}, "No messages yet")];
    const tick = message.isFromBusiness ? null : el("span", { class: "tick", "data-status": message.status }, icon(message.status));
    return [tick, ...line(message)];
  }

  #setTyping(id, on) {
    clearTimeout(this.typing.get(id));
    this.typing.delete(id);
    if (on) this.typing.set(id, setTimeout(() => { this.typing.delete(id); this.draw(); }, 25_000));
  }

  async #look() {
    this.draw();
    const words = this.input.value.trim();
    if (!words) {
      this.found.textContent = "";
      return void this.hits.replaceChildren();
    }
    clearTimeout(this.wait);
    this.wait = setTimeout(async () => {
      const hits = await api.search(this.phone.id, words).catch(error => { this.phone.trouble(error); return []; });
      if (words !== this.input.value.trim()) return;
      this.found.textContent = hits.length ? "Messages" : this.rows.children.length ? "" : "Nothing found";
      this.hits.replaceChildren(...hits.map(hit => el("li", {}, el("button", { type: "button", "data-testid": "hit", onclick: () => this.phone.openChat(hit.chat, hit.message.id) },
        el("span", { class: "words" }, el("span", { class: "upper" }, el("b", { dir: "auto" }, hit.name), el("time", {}, listTime(hit.message.at))), el("span", { class: "lower" }, el("span", { class: "preview" }, ...this.#preview(hit.message))))))));
    }, 150);
  }
}
