import { linkRow, quickReply } from "./actions.js";
import { part, product } from "./content.js";
import { el } from "./dom.js";
import { format } from "./format.js";
import { icon } from "./icons.js";
import { picture, safe, source } from "./media.js";

// The cards of a carousel, below the bubble: swipe, scroll, or use the arrows.
export function cards(message, acts) {
  const list = message.type === "interactive" && message.content?.type === "carousel" ? message.content.action?.cards
    : message.type === "template" ? part(message.content ?? {}, "carousel")?.cards
    : null;
  if (!list?.length) return null;
  const strip = el("ul", { class: "strip", tabindex: "0", "aria-label": "Cards" }, ...list.map((card, index) => el("li", { class: "card", "data-testid": "card" },
    el("span", { class: "hidden" }, `Card ${index + 1} of ${list.length}. `), ...(card.components ? templateCard(card, message, acts) : mediaCard(card, message, acts)))));
  const move = by => strip.scrollBy({ left: by * 232, behavior: "smooth" });
  const turn = (name, picture, by) => el("button", { type: "button", class: `icon turn ${picture}`, "aria-label": name, tabindex: "-1", onclick: () => move(by) }, icon(picture, 20));
  return el("div", { class: "carousel", "data-testid": "carousel" }, strip, turn("Earlier cards", "prev", -1), turn("Later cards", "next", 1));
}

function mediaCard(card, message, acts) {
  const { header, body, action } = card;
  const shown = [];
  if (header) shown.push(picture(safe(source(header[header.type])), header.type, body?.text ?? ""));
  if (action?.product_retailer_id) shown.push(product(action.product_retailer_id, action.catalog_id));
  if (body?.text) shown.push(el("div", { class: "text" }, ...format(body.text)));
  const buttons = [];
  if (action?.parameters?.url) buttons.push(linkRow(action.parameters.display_text, action.parameters.url));
  if (action?.product_retailer_id) buttons.push(el("button", { type: "button", "data-testid": "product-open", onclick: event => acts.openProducts(message, event.currentTarget, [action.product_retailer_id]) }, icon("bag", 18), "View"));
  for (const button of action?.buttons ?? []) {
    const reply = button.quick_reply ?? button.reply;
    if (reply) buttons.push(quickReply(reply.title, () => acts.tapCard(message, reply)));
  }
  shown.push(el("div", { class: "actions" }, ...buttons));
  return shown;
}

function templateCard(card, message, acts) {
  const shown = [];
  const media = part(card, "header")?.parameters?.[0];
  if (media?.product) shown.push(product(media.product.product_retailer_id, media.product.catalog_id));
  else if (media) shown.push(picture(safe(source(media[media.type])), media.type, ""));
  const texts = (part(card, "body")?.parameters ?? []).map(parameter => parameter.text).filter(Boolean);
  if (texts.length) shown.push(el("div", { class: "text" }, ...format(texts.join("\n"))));
  const payloads = card.components.filter(component => String(component.type).toLowerCase() === "button").map(component => component.parameters?.[0]?.payload).filter(Boolean);
  if (payloads.length) shown.push(el("div", { class: "actions" }, ...payloads.map(payload => quickReply(payload, () => acts.tap(message, { id: payload, title: payload })))));
  return shown;
}
