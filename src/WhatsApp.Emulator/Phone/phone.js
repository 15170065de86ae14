import { Chat } from "./chat.js";
import { ChatList } from "./chatlist.js";
import { el } from "./dom.js";

// One person's phone: the chats and the open chat, side by side where the phone is wide, one after the other where it is not.
export class Phone {
  constructor(person, desk) {
    this.person = person;
    this.id = person.id;
    this.desk = desk;
    this.element = el("section", { class: "phone", "aria-label": `${person.name}'s phone`, "data-testid": "phone", "data-phone": person.id, "data-screen": "list" });
    this.alert = el("p", { class: "trouble", role: "alert", hidden: true });
    this.chat = new Chat(this);
    this.list = new ChatList(this);
    this.element.append(this.list.element, this.chat.empty, this.alert);
  }

  async start(wanted) {
    const chats = await this.list.load();
    const known = chats.find(chat => chat.id === wanted);
    const first = known ?? (chats.length === 1 || this.#isWide() ? chats.find(chat => chat.last) ?? chats[0] : null);
    if (first) await this.openChat(first.id, null, { focus: false });
  }

  async openChat(id, found, { focus = true } = {}) {
    this.chat.id = id;
    if (!this.chat.element.isConnected) this.chat.empty.replaceWith(this.chat.element);
    this.element.dataset.screen = "chat";
    this.list.draw();
    this.desk.remember();
    await this.chat.open(id, found).catch(error => this.trouble(error));
    if (focus && !found && matchMedia("(hover: hover)").matches) this.chat.composer.focus();
  }

  showList() {
    const row = this.list.element.querySelector(`[data-chat="${CSS.escape(this.chat.id ?? "")}"] button`);
    if (!this.#isWide()) {
      this.element.dataset.screen = "list";
      this.chat.id = null;
      this.chat.element.replaceWith(this.chat.empty);
      this.desk.remember();
      this.list.draw();
    }
    (row ?? this.list.input).focus();
  }

  async reload() {
    await this.list.load();
    if (this.chat.id) await this.chat.load();
  }

  update(news) {
    if (news.chat === this.chat.id) this.chat.update(news);
    this.list.update(news);
  }

  // On a narrow phone the chat is there only while it is open.
  isChatVisible() {
    return this.chat.id !== null && this.chat.element.isConnected;
  }

  trouble(error) {
    this.alert.textContent = `${error.message} Is the emulator still running?`;
    this.alert.hidden = false;
    clearTimeout(this.calm);
    this.calm = setTimeout(() => { this.alert.hidden = true; }, 5_000);
  }

  #isWide() {
    return this.element.clientWidth >= 700;
  }
}
