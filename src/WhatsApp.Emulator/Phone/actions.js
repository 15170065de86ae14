import { el } from "./dom.js";
import { icon } from "./icons.js";
import { safe } from "./media.js";

// The row inside the bubble that opens something: a web page, a list, a form, products.
export function actions(message, acts) {
  const row = message.link ? linkRow(message.link.title, message.link.url)
    : message.listButton ? opener("list", message.listButton, "list-open", button => acts.openList(message, button))
    : message.type === "interactive" && message.isFromBusiness ? interactiveRow(message, acts)
    : null;
  return row ? el("div", { class: "actions" }, row) : null;
}

export function linkRow(title, url) {
  const href = safe(url);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer", "data-testid": "cta-url" }, icon("link", 18), el("span", { dir: "auto" }, title)) : el("p", { class: "dead" }, title);
}

function interactiveRow(message, acts) {
  const { type, action } = message.content ?? {};
  switch (type) {
    case "flow": return opener("form", action?.parameters?.flow_cta ?? "Open", "flow-open", button => acts.openForm(message, button));
    case "product": return opener("bag", "View", "product-open", button => acts.openProducts(message, button));
    case "product_list": return opener("bag", "View items", "product-open", button => acts.openProducts(message, button));
    case "catalog_message": return opener("bag", "View catalogue", "product-open", button => acts.openProducts(message, button));
    case "location_request_message": return opener("place", "Send location", "location-open", button => acts.openLocation(button, message.id));
    case "request_contact_info": return opener("person", "Share phone number", "share-contact", () => acts.shareNumber(message.id));
    case "address_message": return opener("form", "Enter address", "flow-open", button => acts.openForm(message, button));
    case "call_permission_request": return opener("call", "Allow calls", "allow-calls", () => acts.allowCalls(message.id));
    case "voice_call": return el("p", { class: "dead" }, icon("call", 18), action?.parameters?.display_text ?? "Call now");
    default: return null;
  }
}

function opener(picture, text, testId, open) {
  return el("button", { type: "button", "data-testid": testId, "aria-haspopup": "dialog", onclick: event => open(event.currentTarget) }, icon(picture, 18), el("span", { dir: "auto" }, text));
}

// Answers under the bubble.
export function replies(message, acts) {
  const buttons = message.buttons.length
    ? message.buttons.map(button => ({ title: button.title, go: () => acts.tap(message, button) }))
    : message.type === "template" ? templateButtons(message, acts) : [];
  if (!buttons.length) return null;
  return el("div", { class: "replies", role: "group", "aria-label": "Quick replies" }, ...buttons.map(button => quickReply(button.title, button.go)));
}

export function quickReply(title, go) {
  return el("button", { type: "button", "data-testid": "reply-button", onclick: go }, icon("reply", 18), el("span", { dir: "auto" }, title));
}

// A template this emulator has no definition of still tells how many answers it offers.
function templateButtons(message, acts) {
  return (message.content?.components ?? [])
    .filter(component => String(component.type).toLowerCase() === "button" && component.sub_type === "quick_reply")
    .map(component => component.parameters?.[0]?.payload)
    .filter(payload => typeof payload === "string")
    .map(payload => ({ title: payload, go: () => acts.tap(message, { id: payload, title: payload }) }));
}

