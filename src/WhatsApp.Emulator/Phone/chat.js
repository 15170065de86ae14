import * as api from "./api.js";
import { bubble, refresh, typingRow } from "./bubble.js";
import { composer } from "./composer.js";
import { el, place } from "./dom.js";
import { moodRow } from "./emoji.js";
import { finder } from "./finder.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { avatar } from "./person.js";
import { contactCard, formSheet, listSheet, locationSheet, productSheet } from "./sheets.js";
import { dayName } from "./times.js";

// The open chat of one phone: its head, its messages and the composer.
export class Chat {
  constructor(phone) {
    this.phone = phone;
    this.id = null;
    this.name = "";
    this.messages = new Map();
    this.typing = null;
    this.pinned = true;
    this.lastTop = 0;
    this.#build();
  }

  #build() {
    const host = this.phone.element;
    const send = promise => promise.then(() => true, error => { this.phone.trouble(error); return false; });
    const to = (call, ...rest) => send(call(this.phone.id, this.id, ...rest));
    this.composer = composer(host, {
      text: (text, quotedId) => to(api.say, text, quotedId), payload: (type, payload, quotedId) => to(api.send, type, payload, quotedId),
      file: (file, how) => to(api.sendFile, file, how), trouble: error => this.phone.trouble(error), up: () => this.list.lastElementChild?.focus(),
    });
    this.title = el("h2", { "data-testid": "chat-name", dir: "auto" });
    this.presence = el("p", { class: "presence", role: "status" });
    this.face = el("span", {});
    this.list = el("ol", { class: "messages" });
    this.scroller = el("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Chat" },
      el("p", { class: "note" }, "Messages stay on this machine: this chat is an emulator for trying a bot."),
      el("div", { role: "log", "aria-label": "Messages", "aria-relevant": "additions" }, this.list));
    this.end = el("button", { type: "button", class: "down icon", "aria-label": "Scroll to the newest message", hidden: true, onclick: () => this.toEnd() }, icon("down"));
    this.finder = finder(this);
    const more = el("button", { type: "button", class: "icon", "aria-label": "More", "data-testid": "chat-menu", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(host, more, [
      { icon: "search", text: "Search in this chat", go: () => this.finder.open(), testId: "chat-search" },
      { icon: "code", text: "Developer's pane", go: () => this.phone.desk.showPane(), testId: "chat-dev" },
    ], { label: "Chat" }) }, icon("more"));
    this.element = el("div", { class: "talk" },
      el("div", { class: "top" }, el("button", { type: "button", class: "icon back", "aria-label": "Back to the chats", "data-testid": "back", onclick: () => this.phone.showList() }, icon("back")), this.face, el("div", { class: "who" }, this.title, this.presence), more),
      this.finder.element, this.scroller, this.end, this.composer.element);
    this.empty = el("div", { class: "nothing" }, icon("reply", 56), el("p", {}, "Pick a chat to start"));
    this.acts = this.#acts(host, to);
    this.#listen();
  }

  #acts(host, to) {
    return {
      tap: (message, button) => (message.type === "template" && !message.buttons.includes(button) ? to(api.send, "button", { text: button.title, payload: button.id }, message.id) : to(api.tap, message.id, button.id)),
      tapCard: (message, reply) => to(api.send, "interactive", { type: "button_reply", button_reply: { id: reply.id, title: reply.title } }, message.id),
      openList: (message, opener) => listSheet(host, message, opener, choice => { to(api.tap, message.id, choice); }),
      openForm: (message, opener) => formSheet(host, message, opener, reply => { to(api.send, "interactive", { type: "nfm_reply", nfm_reply: reply }, message.id); }),
      openLocation: (opener, quotedId) => locationSheet(host, opener, place => { to(api.send, "location", place, quotedId); }),
      openContact: (card, opener) => contactCard(host, card, opener),
      openProducts: (message, opener, ids) => {
        const action = message.content?.action ?? {};
        const list = ids ?? (action.sections ?? []).flatMap(section => section.product_items ?? []).map(item => item.product_retailer_id);
        const one = action.product_retailer_id ?? action.parameters?.thumbnail_product_retailer_id;
        const catalogue = action.catalog_id ?? action.cards?.[0]?.action?.catalog_id ?? "catalogue";
        productSheet(host, list.length > 1 ? "Products" : "Product", catalogue, list.length ? list : [one ?? "product"], opener, order => { to(api.send, "order", order); });
      },
      shareNumber: messageId => to(api.shareNumber, messageId),
      allowCalls: quotedId => to(api.send, "interactive", { type: "call_permission_reply", call_permission_reply: { response: "accept", response_source: "user_action" } }, quotedId),
      jump: id => this.jump(id),
      menu: (message, opener) => openMenu(host, opener, [
        { icon: "reply", text: "Reply", go: () => this.composer.answer(message, this.name), testId: "menu-reply" },
        ...(message.text ? [{ icon: "copy", text: "Copy", go: () => navigator.clipboard?.writeText(message.text).catch(error => this.phone.trouble(error)), testId: "menu-copy" }] : []),
        { icon: "code", text: "Show its JSON", go: () => this.phone.desk.showPane(message.id), testId: "menu-json" },
      ], { label: "Message", extra: message.isFromBusiness ? close => moodRow(mood => { close(); to(api.react, message.id, this.messages.get(message.id)?.reaction === mood ? "" : mood); }) : null }),
    };
  }

  #listen() {
    // Only a scroll upwards lets go of the end: pictures that load late push it away too, and then the chat follows.
    this.scroller.addEventListener("scroll", () => {
      const top = this.scroller.scrollTop;
      if (this.#isAtEnd()) this.pinned = true;
      else if (top < this.lastTop) this.pinned = false;
      this.lastTop = top;
      this.end.hidden = this.pinned;
    });
    const follow = new ResizeObserver(() => { if (this.pinned) this.toEnd(); });
    follow.observe(this.list);
    follow.observe(this.scroller);
    this.element.addEventListener("keydown", event => this.#key(event));
    this.scroller.addEventListener("dragover", event => event.preventDefault());
    this.scroller.addEventListener("drop", event => {
      event.preventDefault();
      if (event.dataTransfer.files[0]) this.composer.offer(event.dataTransfer.files[0]);
    });
    this.scroller.addEventListener("contextmenu", event => {
      const row = event.target.closest("[data-id]");
      if (!row || event.target.closest("a, img, video, button") || getSelection()?.toString()) return;
      event.preventDefault();
      row.querySelector(".options").click();
    });
  }

  #key(event) {
    const row = document.activeElement?.closest?.("li[data-id]");
    const onRow = row && document.activeElement === row;
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      if (!onRow && document.activeElement !== this.scroller) return;
      const rows = [...this.list.querySelectorAll(":scope > li[data-id]")];
      const next = onRow ? rows[rows.indexOf(row) + (event.key === "ArrowUp" ? -1 : 1)] : rows.at(-1);
      event.preventDefault();
      if (next) next.focus();
      else if (onRow && event.key === "ArrowDown") this.composer.focus();
    } else if ((event.key === "Enter" || event.key === " ") && onRow) {
      event.preventDefault();
      row.querySelector(".options").click();
    } else if (event.key === "Escape") {
      if (this.finder.isOpen) this.finder.close();
      else if (row || document.activeElement === this.scroller) this.composer.focus();
      else this.phone.showList();
    }
  }

  async open(id, found) {
    this.id = id;
    this.composer.reset();
    this.finder.close();
    this.list.replaceChildren();
    await this.load();
    if (found) this.jump(found);
  }

  async load() {
    const id = this.id;
    // What comes while the chat is on its way is not in it, and must not be lost.
    const arrived = this.arrived = new Map();
    const chat = await api.chat(this.phone.id, id);
    if (id !== this.id) return;
    this.name = chat.name;
    this.title.textContent = chat.name;
    this.scroller.setAttribute("aria-label", `Chat with ${chat.name}`);
    this.face.replaceChildren(avatar(chat.name));
    this.messages = new Map([...chat.messages.map(message => [message.id, message]), ...arrived]);
    if (this.arrived === arrived) this.arrived = null;
    for (const message of this.messages.values()) {
      const row = this.row(message.id);
      if (row) refresh(row, message);
    }
    this.setTyping(chat.typing);
    this.toEnd();
    this.markRead();
  }

  update(news) {
    if (news.typing) this.setTyping(true);
    const message = news.message;
    if (!message) return;
    const row = this.row(message.id);
    this.messages.set(message.id, message);
    this.arrived?.set(message.id, message);
    if (row) {
      refresh(row, message);
    } else {
      if (message.isFromBusiness) this.setTyping(false);
      this.draw();
      if (this.pinned || !message.isFromBusiness) this.toEnd();
    }
    if (message.isFromBusiness && message.status === "delivered") this.markRead();
  }

  draw() {
    const rows = [];
    const days = new Map([...this.list.querySelectorAll(".day")].map(row => [row.dataset.day, row]));
    const shown = new Map([...this.list.querySelectorAll("[data-id]")].map(row => [row.dataset.id, row]));
    let [day, previous] = [null, null];
    for (const message of this.messages.values()) {
      const today = dayName(message.at);
      if (today !== day) rows.push(days.get(today) ?? el("li", { class: "day", "data-day": today }, el("span", {}, today)));
      const first = today !== day || previous?.isFromBusiness !== message.isFromBusiness;
      rows.push(shown.get(message.id) ?? bubble(message, { first, business: this.name, find: id => this.messages.get(id) }, this.acts));
      [day, previous] = [today, message];
    }
    if (this.typing) rows.push(this.list.querySelector(".typing") ?? typingRow());
    place(this.list, rows);
  }

  setTyping(on) {
    clearTimeout(this.typing);
    this.typing = on ? setTimeout(() => this.setTyping(false), 25_000) : null;
    this.showPresence();
    this.draw();
    if (on && this.pinned) this.toEnd();
  }

  showPresence() {
    const words = this.typing ? "typing…" : this.phone.desk.online ? "online" : "connecting…";
    if (this.presence.textContent !== words) this.presence.textContent = words;
  }

  markRead() {
    if (document.visibilityState !== "visible" || !this.phone.isChatVisible()) return;
    if ([...this.messages.values()].some(message => message.isFromBusiness && message.status === "delivered")) {
      api.read(this.phone.id, this.id).catch(error => this.phone.trouble(error));
    }
  }

  jump(id) {
    const row = this.row(id);
    if (!row) return;
    this.pinned = false;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
    row.classList.remove("flash");
    requestAnimationFrame(() => row.classList.add("flash"));
  }

  row(id) {
    return this.list.querySelector(`:scope > [data-id="${CSS.escape(id)}"]`);
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.pinned = true;
    this.end.hidden = true;
  }

  #isAtEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 80;
  }
}
