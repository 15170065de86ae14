import { el } from "./dom.js";
import { format, isOnlyEmoji } from "./format.js";
import { icon } from "./icons.js";

const ticks = { pending: "Not sent yet", sent: "Sent", delivered: "Delivered", read: "Read" };
const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

// One message as a list item. `acts` is what its buttons do: tap, openList, jump.
export function bubble(message, context, acts) {
  const incoming = message.isFromBusiness;
  const classes = ["row", incoming ? "in" : "out"];
  if (context.first) classes.push("first");
  if (message.mediaUrl || message.buttons.length || message.listButton || message.link) classes.push("wide");
  if (message.type === "text" && isOnlyEmoji(message.text ?? "")) classes.push("emoji");

  const box = el("div", { class: "bubble", "data-testid": incoming ? "bubble-in" : "bubble-out" },
    el("span", { class: "hidden" }, incoming ? `${context.business}: ` : "You: "),
    quote(message, context, acts), media(message), content(message), actions(message, acts));
  return el("li", { class: classes.join(" "), "data-id": message.id }, box, reaction(message), replies(message, acts));
}

export function typingRow() {
  return el("li", { class: "row in first typing", "data-testid": "typing", "aria-label": "typing" },
    el("div", { class: "bubble" }, el("i"), el("i"), el("i")));
}

function content(message) {
  return el("div", { class: "body" },
    message.header ? el("p", { class: "head" }, message.header) : null,
    message.text ? el("div", { class: "text" }, ...format(message.text), message.footer ? null : stamp(message)) : null,
    message.footer ? el("p", { class: "foot" }, message.footer, stamp(message)) : null,
    message.text || message.footer ? null : stamp(message));
}

function stamp(message) {
  const at = new Date(message.at);
  return el("span", { class: "stamp" },
    el("time", { datetime: at.toISOString() }, time.format(at)),
    message.isFromBusiness ? null
      : el("span", { class: "tick", "data-testid": "tick", "data-status": message.status, role: "img", "aria-label": ticks[message.status] }, icon(message.status)));
}

function quote(message, context, acts) {
  const quoted = message.quotedId ? context.find(message.quotedId) : null;
  if (!quoted) return null;
  const who = quoted.isFromBusiness ? context.business : "You";
  const what = quoted.text ?? quoted.header ?? (quoted.mediaKind ? `(${quoted.mediaKind})` : "");
  return el("button", { type: "button", class: "quote", "aria-label": `Answer to ${who}: go to that message`, onclick: () => acts.jump(quoted.id) },
    el("strong", {}, who), el("span", {}, what.replace(/[*_~`]/g, "")));
}

function media(message) {
  const url = safe(message.mediaUrl);
  if (!message.mediaKind) return null;
  if (message.mediaKind === "image" || message.mediaKind === "sticker") {
    const frame = el("div", { class: "picture" });
    const broken = () => { frame.classList.add("broken"); frame.replaceChildren("Picture could not be loaded"); };
    if (url) frame.append(el("img", { src: url, alt: message.text ?? message.header ?? "Picture", onerror: broken }));
    else broken();
    return frame;
  }
  if (message.mediaKind === "video" && url) return el("div", { class: "picture" }, el("video", { src: url, controls: true, preload: "metadata" }));
  if (message.mediaKind === "audio" && url) return el("audio", { src: url, controls: true, preload: "none" });
  return el("a", { class: "file", href: url, target: "_blank", rel: "noopener noreferrer" }, icon("file"), message.fileName ?? message.mediaKind);
}

function actions(message, acts) {
  const href = safe(message.link?.url);
  if (href) {
    return el("div", { class: "actions" },
      el("a", { href, target: "_blank", rel: "noopener noreferrer", "data-testid": "cta-url" }, icon("link"), message.link.title));
  }
  if (!message.listButton) return null;
  return el("div", { class: "actions" },
    el("button", { type: "button", "data-testid": "list-open", "aria-haspopup": "dialog", onclick: event => acts.openList(message, event.currentTarget) }, icon("list"), message.listButton));
}

function replies(message, acts) {
  if (!message.buttons.length) return null;
  return el("div", { class: "replies", role: "group", "aria-label": "Quick replies" }, ...message.buttons.map(button =>
    el("button", { type: "button", "data-testid": "reply-button", onclick: () => acts.tap(message.id, button.id) }, icon("reply"), button.title)));
}

function reaction(message) {
  return message.reaction ? el("span", { class: "reaction", role: "img", "aria-label": `Reaction ${message.reaction}` }, message.reaction) : null;
}

// Only web addresses and the emulator's own files; anything else is shown as broken.
function safe(url) {
  return url && (/^https?:\/\//i.test(url) || url.startsWith("/_emulator/")) ? url : null;
}
