import { el } from "./dom.js";
import { icon } from "./icons.js";
import { voice } from "./voice.js";

// Only web addresses and the emulator's own files; anything else is shown as broken.
export function safe(url) {
  return url && (/^https?:\/\//i.test(url) || url.startsWith("/_emulator/") || url.startsWith("blob:")) ? url : null;
}

// A link of the business, or a file it has uploaded.
export function source(part) {
  return part?.link ?? (part?.id ? `/_emulator/media/${encodeURIComponent(part.id)}` : null);
}

export function media(message) {
  if (!message.mediaKind) return null;
  const url = safe(message.mediaUrl);
  if (message.mediaKind === "audio") return voice(url, message);
  if (message.mediaKind === "document") return file(url, message.fileName ?? "Document");
  return picture(url, message.mediaKind, message.mediaKind === "sticker" ? "Sticker" : message.text ?? message.header ?? "");
}

export function picture(url, kind, alt) {
  const frame = el("div", { class: kind === "sticker" ? "sticker" : "picture" });
  const broken = () => { frame.className = "picture broken"; frame.replaceChildren(icon("photo"), kind === "video" ? "Video could not be loaded" : "Picture could not be loaded"); };
  if (!url) broken();
  else if (kind === "video") frame.append(el("video", { src: url, controls: true, preload: "metadata", "aria-label": alt || "Video", onerror: broken }));
  else frame.append(el("img", { src: url, alt: alt.trim() ? short(alt) : "Picture", onerror: broken }));
  return frame;
}

export function file(url, name) {
  const type = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? "FILE";
  const attributes = { class: "file", "data-testid": "file" };
  if (url) Object.assign(attributes, { href: url, target: "_blank", rel: "noopener noreferrer", download: url.startsWith("/") ? name : null });
  return el(url ? "a" : "div", attributes, el("span", { class: "sort", "aria-hidden": "true" }, icon("file", 30), el("b", {}, type)),
    el("span", { class: "words", dir: "auto" }, name, el("small", {}, url ? `${type} file` : "not available")));
}

function short(text) {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
