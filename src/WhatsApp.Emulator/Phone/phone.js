import * as api from "./api.js";
import { bubble, typingRow } from "./bubble.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { openSheet } from "./sheet.js";

const $ = id => document.getElementById(id);
const state = { phone: null, chat: null, business: "", messages: new Map(), events: null, typing: null, online: false, pinned: true };
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });

$("send").append(icon("send"));
$("down").append(icon("down"));
$("menu").append(icon("more"));

async function start() {
  const wanted = new URLSearchParams(location.search);
  const people = await api.phones();
  if (!people.length) return presence("nobody here yet: add a phone");
  fill($("person"), people.map(person => [person.id, person.name]), wanted.get("phone"));
  await pickPerson(wanted.get("chat"));
}

async function pickPerson(wanted) {
  state.phone = $("person").value;
  const chats = await api.chats(state.phone);
  if (!chats.length) return presence("no business yet: add a number");
  fill($("business"), chats.map(chat => [chat.id, chat.name]), wanted ?? chats.find(chat => chat.last)?.id);
  await pickChat();
}

async function pickChat() {
  state.chat = $("business").value;
  history.replaceState(null, "", `?phone=${encodeURIComponent(state.phone)}&chat=${encodeURIComponent(state.chat)}`);
  listen();
  await load();
}

function fill(select, options, chosen) {
  select.replaceChildren(...options.map(([value, text]) => el("option", { value }, text)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}

async function load() {
  const chat = await api.chat(state.phone, state.chat);
  state.business = chat.name;
  $("name").textContent = chat.name;
  $("avatar").textContent = chat.name.split(/\s+/).slice(0, 2).map(word => [...word][0]).join("").toUpperCase();
  document.title = chat.name;
  state.messages = new Map(chat.messages.map(message => [message.id, message]));
  setTyping(chat.typing);
  draw();
  toEnd();
  markRead();
}

function listen() {
  state.events?.close();
  const source = state.events = api.events(state.phone);
  let known = false;
  source.addEventListener("ready", () => {
    state.online = true;
    presence();
    // After a gap the stream has holes; the chat itself has none.
    if (known) load().catch(trouble);
    known = true;
  });
  source.onerror = () => { state.online = false; presence(); };
  source.onmessage = event => {
    const news = JSON.parse(event.data);
    if (news.chat !== state.chat) return;
    if (news.message) update(news.message);
    if (news.typing) setTyping(true);
  };
}

function update(message) {
  const isNew = !state.messages.has(message.id);
  state.messages.set(message.id, message);
  if (message.isFromBusiness && isNew) setTyping(false);
  if (isNew) draw(); else redraw(message);
  if (isNew && (state.pinned || !message.isFromBusiness)) toEnd();
  if (message.isFromBusiness && message.status === "delivered") markRead();
}

function context(list, index) {
  return {
    first: index === 0 || list[index - 1].isFromBusiness !== list[index].isFromBusiness,
    business: state.business,
    find: id => state.messages.get(id),
  };
}

const acts = {
  tap: (messageId, choice) => api.tap(state.phone, state.chat, messageId, choice).catch(trouble),
  openList: (message, opener) => openSheet($("phone"), message, opener, choice => acts.tap(message.id, choice)),
  jump: id => {
    const row = $("messages").querySelector(`[data-id="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.classList.remove("flash");
    requestAnimationFrame(() => row?.classList.add("flash"));
  },
};

function draw() {
  const list = [...state.messages.values()];
  const shown = new Map([...$("messages").querySelectorAll("[data-id]")].map(row => [row.dataset.id, row]));
  const rows = [];
  let last = null;
  list.forEach((message, index) => {
    const date = day.format(new Date(message.at));
    if (date !== last) rows.push($("messages").querySelector(`[data-day="${date}"]`) ?? dayRow(date));
    last = date;
    rows.push(shown.get(message.id) ?? bubble(message, context(list, index), acts));
  });
  if (state.typing) rows.push($("messages").querySelector(".typing") ?? typingRow());
  place($("messages"), rows);
}

function dayRow(date) {
  return el("li", { class: "day", "data-day": date }, date === day.format(new Date()) ? "Today" : date);
}

// Leaves rows that are there already untouched, so that screen readers announce only what is new and focus stays.
function place(parent, rows) {
  for (const old of [...parent.children]) if (!rows.includes(old)) old.remove();
  rows.forEach((row, index) => { if (parent.children[index] !== row) parent.insertBefore(row, parent.children[index] ?? null); });
}

function redraw(message) {
  const row = $("messages").querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  if (!row) return draw();
  const fresh = bubble(message, context([...state.messages.values()], [...state.messages.keys()].indexOf(message.id)), acts);
  // A status change only touches the tick: replacing buttons under the pointer would swallow taps.
  const [oldTick, newTick] = [row.querySelector(".tick"), fresh.querySelector(".tick")];
  if (oldTick && newTick) oldTick.replaceWith(newTick);
  const [oldMood, newMood] = [row.querySelector(".reaction"), fresh.querySelector(".reaction")];
  if (oldMood && newMood) oldMood.replaceWith(newMood);
  else if (newMood) row.querySelector(".bubble").after(newMood);
  else oldMood?.remove();
}

function setTyping(on) {
  clearTimeout(state.typing);
  state.typing = on ? setTimeout(() => setTyping(false), 25_000) : null;
  presence();
  draw();
  if (on && state.pinned) toEnd();
}

function presence(text) {
  $("presence").textContent = text ?? (state.typing ? "typing…" : state.online ? "online" : "connecting…");
}

function markRead() {
  if (document.visibilityState !== "visible") return;
  if ([...state.messages.values()].some(message => message.isFromBusiness && message.status === "delivered")) {
    api.read(state.phone, state.chat).catch(trouble);
  }
}

function isAtEnd() {
  const chat = $("chat");
  return chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
}

function toEnd() {
  const chat = $("chat");
  chat.scrollTop = chat.scrollHeight;
  state.pinned = true;
  $("down").hidden = true;
}

function trouble(error) {
  $("trouble").textContent = `${error.message} Is the emulator still running?`;
  $("trouble").hidden = false;
  setTimeout(() => { $("trouble").hidden = true; }, 5_000);
}

$("compose").addEventListener("submit", async event => {
  event.preventDefault();
  const text = $("composer").value.trim();
  if (!text || !state.chat) return;
  $("composer").value = "";
  $("composer").focus();
  await api.say(state.phone, state.chat, text).catch(error => { $("composer").value ||= text; trouble(error); });
});

$("composer").addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $("compose").requestSubmit();
});

$("menu").addEventListener("click", () => {
  const open = $("desk").classList.toggle("open");
  $("menu").setAttribute("aria-expanded", open);
  if (open) $("person").focus();
});
$("desk").addEventListener("keydown", event => {
  if (event.key === "Escape" && $("desk").classList.contains("open")) $("menu").click();
});
$("person").addEventListener("change", () => pickPerson(null).catch(trouble));
$("business").addEventListener("change", () => pickChat().catch(trouble));
// Only a scroll upwards lets go of the end: pictures that load late push it away too, and then the chat follows.
let lastTop = 0;
$("chat").addEventListener("scroll", () => {
  const top = $("chat").scrollTop;
  if (isAtEnd()) state.pinned = true;
  else if (top < lastTop) state.pinned = false;
  lastTop = top;
  $("down").hidden = state.pinned;
});
$("down").addEventListener("click", toEnd);
new ResizeObserver(() => { if (state.pinned) toEnd(); }).observe($("messages"));
new ResizeObserver(() => { if (state.pinned) toEnd(); }).observe($("chat"));
document.addEventListener("visibilitychange", markRead);

await start();
