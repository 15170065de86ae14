import { el } from "./dom.js";

// A body as a person reads it: indented and coloured when it is JSON, as it is otherwise.
export function json(text) {
  if (!text) return el("p", { class: "hint" }, "empty");
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return el("pre", { class: "json", tabindex: "0" }, text);
  }
  const pre = el("pre", { class: "json", tabindex: "0" });
  for (const [kind, part] of tokens(JSON.stringify(value, null, 2))) pre.append(kind ? el("span", { class: kind }, part) : part);
  return pre;
}

function* tokens(text) {
  const pattern = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) yield [null, text.slice(from, found.index)];
    if (found[2]) {
      yield ["key", found[1]];
      yield [null, found[2]];
    } else {
      yield [found[1] ? "string" : "value", found[0]];
    }
    from = found.index + found[0].length;
  }
  if (from < text.length) yield [null, text.slice(from)];
}
