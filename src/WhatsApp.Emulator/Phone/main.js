import * as api from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { Pane } from "./pane.js";
import { avatar, identity } from "./person.js";
import { Phone } from "./phone.js";
import { keysSheet } from "./sheets.js";
import { themeButton } from "./theme.js";

const $ = id => document.getElementById(id);

// All phones on the table, the stream that keeps them up to date, and the developer's pane.
const desk = {
  people: [], phones: new Map(), stream: null, online: false,

  async start() {
    const wanted = wantedPhones();
    this.people = await api.phones();
    const shown = this.people.filter(person => wanted.has(person.id));
    for (const person of shown.length ? shown : this.people.slice(0, 1)) this.add(person);
    this.listen();
    this.chips();
    if (!this.people.length) $("desk").append(el("p", { class: "nobody" }, "Nobody here yet: add a phone to the emulator and reload."));
    await Promise.all([...this.phones.values()].map(phone => phone.start(wanted.get(phone.id))));
    this.remember();
  },

  add(person) {
    const phone = new Phone(person, this);
    this.phones.set(person.id, phone);
    $("desk").append(phone.element);
    return phone;
  },

  async toggle(person) {
    const there = this.phones.get(person.id);
    if (there && this.phones.size > 1) {
      there.element.remove();
      this.phones.delete(person.id);
    } else if (!there) {
      if (matchMedia("(max-width: 699px)").matches) this.clear();
      const phone = this.add(person);
      await phone.start(null);
      phone.element.scrollIntoView({ inline: "end", block: "nearest" });
    }
    this.listen();
    this.chips();
    this.remember();
  },

  clear() {
    for (const phone of this.phones.values()) phone.element.remove();
    this.phones.clear();
  },

  chips() {
    $("people").replaceChildren(...this.people.map(person => el("button", {
      type: "button", class: "chip", "aria-pressed": String(this.phones.has(person.id)), "data-testid": "person", "data-phone": person.id, title: identity(person), onclick: () => this.toggle(person).then(() => $("people").querySelector(`[data-phone="${CSS.escape(person.id)}"]`)?.focus()),
    }, avatar(person.name, "small"), el("span", { dir: "auto" }, person.name))));
    document.title = this.phones.size === 1 ? `${[...this.phones.values()][0].person.name}'s phone` : "Phones";
  },

  // One connection for everything: a browser opens only six to one host.
  listen() {
    this.stream?.close();
    const source = this.stream = api.events([...this.phones.keys()]);
    let known = false;
    source.addEventListener("ready", () => {
      this.online = true;
      this.presence();
      // After a gap the stream has holes; the chats themselves have none.
      if (known) for (const phone of this.phones.values()) phone.reload().catch(error => phone.trouble(error));
      if (known) pane.reset();
      else pane.refresh();
      known = true;
    });
    source.addEventListener("traffic", () => pane.refresh());
    source.onerror = () => { this.online = false; this.presence(); };
    source.onmessage = event => {
      const news = JSON.parse(event.data);
      this.phones.get(news.phone)?.update(news);
    };
  },

  presence() {
    for (const phone of this.phones.values()) phone.chat.showPresence();
  },

  remember() {
    const query = [...this.phones.values()].map(phone => `phone=${encodeURIComponent(phone.id)}${phone.chat.id ? `.${encodeURIComponent(phone.chat.id)}` : ""}`);
    history.replaceState(null, "", `?${query.join("&")}`);
  },

  showPane(messageId) {
    pane.open(messageId);
  },
};

// "?phone=p1.800200&phone=p2": whose phones, and which chat each shows. "&chat=800200" is the chat of the first.
function wantedPhones() {
  const query = new URLSearchParams(location.search);
  const wanted = new Map(query.getAll("phone").map(value => { const [phone, chat] = value.split("."); return [phone, chat]; }));
  if (query.get("chat") && wanted.size) wanted.set([...wanted.keys()][0], query.get("chat"));
  return wanted;
}

const pane = new Pane($("pane"), $("dev"));
$("dev").append(icon("code", 20), el("span", {}, "Developer"));
$("dev").addEventListener("click", () => pane.toggle());
$("keys").append(icon("keyboard"));
$("keys").addEventListener("click", () => keysSheet(document.body, $("keys")));
themeButton($("theme"));

document.addEventListener("keydown", event => {
  const typing = event.target.matches?.("input, textarea, select");
  if (event.altKey && event.code === "KeyD") {
    event.preventDefault();
    pane.toggle();
  } else if (event.key === "/" && !typing) {
    event.preventDefault();
    const phone = document.activeElement?.closest?.(".phone")?.dataset.phone;
    const target = desk.phones.get(phone) ?? [...desk.phones.values()][0];
    if (target?.element.clientWidth < 700) target.showList();
    target?.list.input.focus();
  } else if (event.key === "?" && !typing && !document.querySelector("dialog[open]")) {
    keysSheet(document.body, document.activeElement);
  }
});
document.addEventListener("visibilitychange", () => { for (const phone of desk.phones.values()) if (phone.isChatVisible()) phone.chat.markRead(); });

await desk.start();
