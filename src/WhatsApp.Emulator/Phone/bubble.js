import { actions, replies } from "./actions.js";
import { cards } from "./cards.js";
import { rich } from "./content.js";
import { el } from "./dom.js";
import { format, isOnlyEmoji } from "./format.js";
import { icon } from "./icons.js";
import { media } from "./media.js";
import { summary } from "./preview.js";
import { hour } from "./times.js";

const ticks = { pending: "Not sent yet", sent: "Sent", delivered: "Delivered", read: "Read" };

// One message as a list item. `acts` is what it can do: tap, openList, openForm, jump, menu and so on.
export function bubble(message, context, acts) {
  const incoming = message.isFromBusiness;
  const emoji = message.type === "text" && isOnlyEmoji(message.text ?? "");
  const classes = ["row", incoming ? "in" : "out"];
  if (context.first) classes.push("first");
  if (isWide(message)) classes.push("wide");
  if (emoji) classes.push("emoji");
  if (message.mediaKind === "sticker") classes.push("bare");

  const box = el("div", { class: "bubble", "data-testid": incoming ? "bubble-in" : "bubble-out" },
    el("span", { class: "hidden" }, incoming ? `${context.business}: ` : "You: "),
    quote(message, context, acts), tag(message), media(message), rich(message, acts), body(message), actions(message, acts),
    el("button", { type: "button", class: "options", tabindex: "-1", "aria-label": "Message options", "data-testid": "message-menu", onclick: event => acts.menu(message, event.currentTarget) }, icon("down", 18)));
  return el("li", { class: classes.join(" "), "data-id": message.id, tabindex: "-1" }, box, reaction(message), cards(message, acts), replies(message, acts));
}

export function typingRow() {
  return el("li", { class: "row in first typing", "data-testid": "typing" }, el("span", { class: "hidden" }, "typing"), el("div", { class: "bubble", "aria-hidden": "true" }, el("i"), el("i"), el("i")));
}

// Takes over what a status or a reaction changes; replacing buttons under the pointer would swallow taps.
export function refresh(row, message) {
  const tick = row.querySelector(".tick");
  if (tick && !message.isFromBusiness) tick.replaceWith(mark(message));
  row.querySelector(".reaction")?.remove();
  const mood = reaction(message);
  if (mood) row.querySelector(".bubble").after(mood);
}

function isWide(message) {
  return message.mediaUrl || message.buttons.length || message.listButton || message.link || (message.content && message.type !== "button" && message.type !== "reaction");
}

function body(message) {
  // A place and a contact are drawn; their text says the same again.
  const text = message.type === "location" || message.type === "contacts" ? null : message.text;
  const foot = message.footer ? el("p", { class: "foot", dir: "auto" }, message.footer, stamp(message)) : null;
  return el("div", { class: "body" },
    message.header ? el("p", { class: "head", dir: "auto" }, message.header) : null,
    text ? el("div", { class: "text" }, ...format(text), foot ? null : stamp(message)) : null,
    foot ?? (text ? null : stamp(message)));
}

function tag(message) {
  if (message.type !== "template" || !message.content?.name) return null;
  return el("p", { class: "tag", "data-testid": "template-name" }, icon("template", 14), `${message.content.name} · ${message.content.language?.code ?? ""}`);
}

function stamp(message) {
  return el("span", { class: "stamp" }, el("time", { datetime: message.at }, hour(message.at)), message.isFromBusiness ? null : mark(message));
}

function mark(message) {
  return el("span", { class: "tick", "data-testid": "tick", "data-status": message.status, role: "img", "aria-label": ticks[message.status] }, icon(message.status));
}

function quote(message, context, acts) {
  const quoted = message.quotedId ? context.find(message.quotedId) : null;
  if (!quoted) return null;
  const who = quoted.isFromBusiness ? context.business : "You";
  return el("button", { type: "button", class: "quote", "data-testid": "quote", onclick: () => acts.jump(quoted.id) },
    el("span", { class: "hidden" }, "Answer to "), el("strong", { dir: "auto" }, who), el("span", { class: "words", dir: "auto" }, summary(quoted).text));
}

function reaction(message) {
  return message.reaction ? el("span", { class: "reaction", "data-testid": "reaction", role: "img", "aria-label": `Reaction ${message.reaction}` }, message.reaction) : null;
}
