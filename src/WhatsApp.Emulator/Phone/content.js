import { el } from "./dom.js";
import { drawing, icon } from "./icons.js";
import { file, picture, safe, source } from "./media.js";
import { avatar } from "./person.js";

// What a message shows beyond text and media: places, contacts, orders, answers of forms, template parts, payments.
export function rich(message, acts) {
  const content = message.content;
  if (!content || message.mediaKind) return null;
  switch (message.type) {
    case "location": return place(content);
    case "contacts": return el("div", { class: "people-cards" }, ...content.map(card => contact(card, acts)));
    case "order": return order(content);
    case "button": return el("p", { class: "plainline", dir: "auto" }, content.text);
    case "template": return template(message);
    case "interactive": return interactive(message, content);
    default: return message.text ? null : unknown(message.type, content);
  }
}

export function money(value, currency) {
  try {
    return new Intl.NumberFormat(undefined, { style: "currency", currency }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
}

function interactive(message, content) {
  switch (content.type) {
    case "product": return product(content.action?.product_retailer_id, content.action?.catalog_id);
    case "product_list": return el("div", { class: "product" }, icon("bag", 28), el("span", { class: "words" }, el("b", {}, count((content.action?.sections ?? []).flatMap(part => part.product_items ?? []).length, "item")), el("small", {}, `Catalogue ${content.action?.catalog_id ?? ""}`)));
    case "catalog_message": return product(content.action?.parameters?.thumbnail_product_retailer_id ?? "All products", null);
    case "order_details": return bill(content.action?.parameters ?? {});
    case "order_status": return el("p", { class: "plainline" }, `Order ${content.action?.parameters?.reference_id ?? ""}: ${content.action?.parameters?.order?.status ?? ""}`);
    case "nfm_reply": return answers(content.nfm_reply ?? {});
    case "button_reply": return el("p", { class: "plainline", dir: "auto" }, content.button_reply?.title ?? "");
    case "call_permission_reply": return el("p", { class: "plainline" }, content.call_permission_reply?.response === "accept" ? "Calls allowed" : "Calls declined");
    default: return null;
  }
}

export function product(name, catalogue) {
  return el("div", { class: "product", "data-testid": "product" }, el("span", { class: "thing", "aria-hidden": "true" }, icon("bag", 28)),
    el("span", { class: "words", dir: "auto" }, el("b", {}, name ?? "Product"), catalogue ? el("small", {}, `Catalogue ${catalogue}`) : null));
}

// Invented streets: the same place always looks the same, and nothing is asked of a map server.
function place(content) {
  const [x, y] = [Math.abs(Number(content.latitude) * 1000) % 60, Math.abs(Number(content.longitude) * 1000) % 60];
  const map = drawing("0 0 300 150", 300, 150,
    { d: "M0 0h300v150H0z", class: "land" },
    { d: `M${190 + x / 2} 0h${70 + y / 2}v${50 + x / 2}h-${70 + y / 2}zM0 ${95 + y / 3}h70v60H0z`, class: "park" },
    { d: `M-10 ${20 + y / 2}C80 ${10 + x / 2} 120 ${70 + y / 2} 310 ${60 + x / 2}`, class: "river" },
    { d: `M${30 + x} -5L${70 + x} 155M${120 + y} -5v160M${220 + x / 2} -5L${190 + y} 155M-5 ${40 + x / 2}L305 ${20 + y / 2}M-5 ${110 + y / 3}L305 ${85 + x / 2}`, class: "street" },
    { d: "M150 98c-13-14-19-23-19-32a19 19 0 0 1 38 0c0 9-6 18-19 32zm0-39a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15z", class: "pin" });
  return el("div", { class: "place", "data-testid": "location" }, el("div", { class: "map" }, map),
    el("p", { dir: "auto" }, content.name ? el("b", {}, content.name) : null, content.address ? el("span", {}, content.address) : null,
      el("small", {}, `${Number(content.latitude).toFixed(5)}, ${Number(content.longitude).toFixed(5)}`)));
}

function contact(card, acts) {
  const name = card.name?.formatted_name ?? card.phones?.[0]?.phone ?? "Contact";
  return el("button", { type: "button", class: "contact", "data-testid": "contact", onclick: event => acts.openContact(card, event.currentTarget) },
    avatar(name), el("span", { class: "words", dir: "auto" }, el("b", {}, name), el("small", {}, card.phones?.[0]?.phone ?? card.org?.company ?? "")));
}

function order(content) {
  const items = content.product_items ?? [];
  const total = items.reduce((sum, item) => sum + Number(item.item_price) * Number(item.quantity), 0);
  return el("div", { class: "product", "data-testid": "order" }, el("span", { class: "thing", "aria-hidden": "true" }, icon("bag", 28)),
    el("span", { class: "words" }, el("b", {}, count(items.reduce((sum, item) => sum + Number(item.quantity), 0), "item")), el("small", {}, `${money(total, items[0]?.currency ?? "EUR")} (estimated total)`)));
}

function bill(parameters) {
  const total = parameters.total_amount ?? {};
  return el("div", { class: "bill" }, ...(parameters.order?.items ?? []).map(item => el("p", {}, el("span", { dir: "auto" }, `${item.quantity} × ${item.name}`), el("b", {}, amount(item.amount, parameters.currency)))),
    el("p", { class: "sum" }, el("span", {}, "Total"), el("b", {}, amount(total, parameters.currency))));
}

function amount(value, currency) {
  return value ? money(Number(value.value) / Number(value.offset ?? 100), currency ?? "EUR") : "";
}

function answers(reply) {
  let values = {};
  try {
    values = JSON.parse(reply.response_json ?? "{}");
  } catch {
    // Shown without its values.
  }
  const shown = Object.entries(values).filter(([name]) => name !== "flow_token");
  return el("div", { class: "answers", "data-testid": "form-answer" }, el("p", {}, icon("form", 18), el("b", {}, reply.body || "Form sent")),
    shown.length ? el("dl", {}, ...shown.flatMap(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, typeof value === "string" ? value : JSON.stringify(value))])) : null);
}

// The header's media; text and buttons of a known template are properties of the message.
function template(message) {
  const parameter = part(message.content, "header")?.parameters?.[0];
  if (!parameter || message.mediaUrl) return null;
  if (parameter.type === "image" || parameter.type === "video") return picture(safe(source(parameter[parameter.type])), parameter.type, "");
  if (parameter.type === "document") return file(safe(source(parameter.document)), parameter.document?.filename ?? "Document");
  if (parameter.type === "location" && parameter.location) return place(parameter.location);
  return parameter.type === "text" && !message.header ? el("p", { class: "head inset", dir: "auto" }, parameter.text) : null;
}

export function part(template, type) {
  return (template.components ?? []).find(component => String(component.type).toLowerCase() === type);
}

function unknown(type, content) {
  return el("div", { class: "unknown" }, el("p", {}, `A message of type ${type}`), el("pre", {}, JSON.stringify(content, null, 2)));
}

function count(number, word) {
  return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}
