import { el } from "./dom.js";
import { plain } from "./format.js";
import { icon } from "./icons.js";

const kinds = {
  image: ["photo", "Photo"], video: ["photo", "Video"], audio: ["mic", "Voice message"], document: ["file", "Document"], sticker: ["smile", "Sticker"],
  location: ["place", "Location"], contacts: ["person", "Contact"], order: ["bag", "Order"], template: ["template", "Template"],
  product: ["bag", "Product"], product_list: ["bag", "Products"], catalog_message: ["bag", "Catalogue"], carousel: ["list", "Cards"], flow: ["form", "Form"],
  nfm_reply: ["form", "Form answer"],
};

// A message in one line: for the list of chats, quotes and search.
export function summary(message) {
  const kind = message.mediaKind ?? (message.type === "interactive" ? message.content?.type : message.type);
  const [picture, word] = kinds[kind] ?? [null, null];
  const text = message.fileName ?? message.text ?? message.header ?? message.content?.name ?? message.content?.[0]?.name?.formatted_name ?? message.content?.text;
  return { icon: picture, text: plain(typeof text === "string" && text ? text : word ?? `(${message.type})`) };
}

export function line(message) {
  const { icon: picture, text } = summary(message);
  return [picture ? icon(picture, 16) : null, el("span", { class: "words", dir: "auto" }, text)];
}
