import { el, newId } from "./dom.js";
import { money } from "./content.js";
import { icon } from "./icons.js";
import { picture } from "./media.js";
import { avatar } from "./person.js";
import { field, openSheet } from "./sheet.js";

// The rows of a list message: pick one, then Send.
export function listSheet(host, message, opener, send) {
  const group = newId("row");
  openSheet(host, { title: message.listButton, opener, button: "Send", testId: "list-send", submit: values => send(values.get(group)), build: ({ ready }) => {
    ready(false);
    setTimeout(() => ready(false));
    return message.sections.map(section => el("fieldset", {}, section.title ? el("legend", { dir: "auto" }, section.title) : null, ...section.rows.map(row =>
      el("label", { class: "pick", "data-testid": "list-row" },
        el("span", { class: "words", dir: "auto" }, el("b", {}, row.title), row.description ? el("small", {}, row.description) : null),
        el("input", { type: "radio", name: group, value: row.id, onchange: () => ready(true) })))));
  } });
}

// A flow or an address as a plain form: the data the business sent along, and whatever else the person wants to answer.
export function formSheet(host, message, opener, send) {
  const parameters = message.content?.action?.parameters ?? {};
  const isAddress = message.content?.type === "address_message";
  const known = isAddress
    ? Object.fromEntries(["name", "phone_number", "address", "city", "state", "in_pin_code"].map(name => [name, parameters.values?.[name] ?? ""]))
    : parameters.flow_action_payload?.data ?? {};
  const screen = parameters.flow_action_payload?.screen;
  openSheet(host, { title: isAddress ? "Address" : parameters.flow_cta ?? "Form", opener, button: "Submit", testId: "form-send", build: () => {
    const more = el("div", {});
    const add = () => more.append(el("div", { class: "pair" }, field("Field", { name: "+name", placeholder: "guests", required: true }), field("Answer", { name: "+value", placeholder: "2" })));
    if (!Object.keys(known).length) add();
    return [
      screen ? el("p", { class: "hint" }, `Screen ${screen}`) : null,
      ...Object.entries(known).map(([name, value]) => field(name.replaceAll("_", " "), { name: `=${name}`, value: typeof value === "string" ? value : JSON.stringify(value) })),
      more, el("button", { type: "button", class: "quiet", "data-testid": "form-add", onclick: () => { add(); more.lastChild.querySelector("input").focus(); } }, icon("plus", 18), "Add a field"),
    ];
  }, submit: values => {
    const answer = {};
    for (const [name, value] of values) if (name.startsWith("=")) answer[name.slice(1)] = value;
    const names = values.getAll("+name");
    values.getAll("+value").forEach((value, index) => { answer[names[index]] = value; });
    if (isAddress) return send({ name: "address_message", body: Object.values(answer).filter(Boolean).join("\n"), response_json: JSON.stringify({ values: answer }) });
    if (parameters.flow_token) answer.flow_token = parameters.flow_token;
    return send({ name: "flow", body: "Sent", response_json: JSON.stringify(answer) });
  } });
}

// Products with a quantity each. The emulator keeps no catalogue, so the person says what things cost.
export function productSheet(host, title, catalogue, ids, opener, send) {
  openSheet(host, { title, opener, button: "Send to business", testId: "order-send", build: () => [
    ...ids.map((id, index) => el("div", { class: "goods" }, el("span", { class: "thing", "aria-hidden": "true" }, icon("bag", 26)), el("b", { dir: "auto" }, id),
      field("Quantity", { name: `quantity${index}`, type: "number", min: "0", max: "999", step: "1", value: index === 0 ? "1" : "0", required: true, "data-testid": "quantity" }),
      field("Price", { name: `price${index}`, type: "number", min: "0", step: "0.01", value: "10", required: true }))),
    field("Currency", { name: "currency", value: "EUR", pattern: "[A-Z]{3}", maxlength: "3", required: true }),
    field("Message", { name: "text", placeholder: "optional" }),
    el("p", { class: "hint" }, `Catalogue ${catalogue}. Prices are yours to set: ${money(10, "EUR")} is only a start.`),
  ], submit: values => {
    const items = ids.map((id, index) => ({
      product_retailer_id: id, quantity: Number(values.get(`quantity${index}`)), item_price: Number(values.get(`price${index}`)), currency: values.get("currency"),
    })).filter(item => item.quantity > 0);
    return items.length ? send({ catalog_id: catalogue, text: values.get("text"), product_items: items }) : false;
  } });
}

export function locationSheet(host, opener, send) {
  openSheet(host, { title: "Send a place", opener, button: "Send", testId: "location-send", build: () => [
    el("div", { class: "pair" },
      field("Latitude", { name: "latitude", type: "number", min: "-90", max: "90", step: "any", value: "52.52000", required: true }),
      field("Longitude", { name: "longitude", type: "number", min: "-180", max: "180", step: "any", value: "13.40500", required: true })),
    field("Name", { name: "name", placeholder: "Home" }), field("Address", { name: "address", placeholder: "optional" }),
  ], submit: values => send(filled({ latitude: Number(values.get("latitude")), longitude: Number(values.get("longitude")), name: values.get("name"), address: values.get("address") })) });
}

export function contactSheet(host, opener, send) {
  openSheet(host, { title: "Send a contact", opener, button: "Send", testId: "contact-send", build: () => [
    field("Name", { name: "name", required: true, placeholder: "Ada Lovelace" }), field("Phone number", { name: "phone", type: "tel", required: true, placeholder: "+49 30 555000" }),
  ], submit: values => {
    const [first, ...rest] = values.get("name").trim().split(/\s+/);
    const phone = values.get("phone");
    return send([{ name: filled({ formatted_name: values.get("name").trim(), first_name: first, last_name: rest.join(" ") }), phones: [{ phone, wa_id: phone.replace(/\D/g, ""), type: "CELL" }] }]);
  } });
}

export function contactCard(host, card, opener) {
  const name = card.name?.formatted_name ?? "Contact";
  const facts = [
    ...(card.phones ?? []).map(item => [item.type ?? "Phone", item.phone]), ...(card.emails ?? []).map(item => [item.type ?? "Email", item.email]),
    ...(card.urls ?? []).map(item => [item.type ?? "Web", item.url]), ...(card.addresses ?? []).map(item => [item.type ?? "Address", [item.street, item.zip, item.city, item.country].filter(Boolean).join(", ")]),
    ["Company", card.org?.company], ["Birthday", card.birthday],
  ].filter(([, value]) => value);
  openSheet(host, { title: name, opener, build: () => [el("div", { class: "portrait" }, avatar(name, "big")), el("dl", { class: "facts" }, ...facts.flatMap(([label, value]) => [el("dt", {}, label), el("dd", { dir: "auto" }, value)]))] });
}

// A file before it leaves: what it is, and a caption where the platform has one.
export function fileSheet(host, file, opener, send) {
  const address = URL.createObjectURL(file);
  const kind = file.type.split("/")[0];
  openSheet(host, { title: file.name || "File", opener, button: "Send", testId: "file-send", build: () => [
    kind === "image" || kind === "video" ? picture(address, kind, file.name) : el("div", { class: "product" }, icon(kind === "audio" ? "mic" : "file", 30), el("span", { class: "words" }, el("b", { dir: "auto" }, file.name), el("small", {}, `${Math.ceil(file.size / 1024)} KB`))),
    kind === "audio" ? null : field("Caption", { name: "caption", maxlength: "1024", placeholder: "optional", autofocus: true, "data-testid": "caption" }),
  ], submit: values => send(values.get("caption") ?? "") });
}

export function keysSheet(host, opener) {
  const keys = [
    ["Enter", "send; Shift and Enter starts a new line"], ["/", "search chats and messages"], ["↑ in an empty message", "step into the messages"], ["↑ ↓", "from message to message, from chat to chat"],
    ["Enter on a message", "react, answer, copy, show its JSON"], ["Esc", "close, cancel, or go back to the chats"], ["Alt and D", "developer's pane"], ["?", "this list"],
  ];
  openSheet(host, { title: "Keyboard shortcuts", opener, wide: true, build: () => el("dl", { class: "facts" }, ...keys.flatMap(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)])) });
}

function filled(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== "" && value !== null));
}
