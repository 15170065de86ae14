import { el } from "./dom.js";

// WhatsApp text marks to elements: *bold* _italic_ ~strike~ `code`, ``` blocks, lists, quotes, links.
const marks = { "*": "strong", "_": "em", "~": "s" };
const address = /\b(?:https?:\/\/|www\.)[^\s<>"]+/i;
const wordBefore = /[\p{L}\p{N}]$/u;
const wordAfter = /^[\p{L}\p{N}]/u;

export function format(text) {
  const parts = text.split(/```([\s\S]+?)```/);
  return parts.flatMap((part, i) => i % 2 ? [el("pre", {}, el("code", {}, part.replace(/^\n|\n$/g, "")))] : blocks(part));
}

export function isOnlyEmoji(text) {
  return /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*\s*){1,3}$/u.test(text);
}

// The same without its marks, in one line.
export function plain(text) {
  return text.replace(/```/g, "").replace(/(^|[^\p{L}\p{N}])([*_~`])(\S(?:.*?\S)?)\2(?![\p{L}\p{N}])/gu, "$1$3").replace(/\s+/g, " ").trim();
}

function blocks(text) {
  const nodes = [];
  let group = null;
  let plain = [];
  const flush = () => {
    if (plain.length) nodes.push(el("p", {}, ...inline(plain.join("\n"))));
    plain = [];
    group = null;
  };

  for (const line of text.split("\n")) {
    const bullet = /^[-*] (.+)$/.exec(line);
    const number = /^(\d{1,2})\. (.+)$/.exec(line);
    const quote = /^> (.+)$/.exec(line);
    const tag = bullet ? "ul" : number ? "ol" : quote ? "blockquote" : null;
    if (!tag) {
      if (group) flush();
      plain.push(line);
      continue;
    }
    if (group?.tagName.toLowerCase() !== tag) {
      flush();
      group = el(tag, number ? { start: number[1] } : {});
      nodes.push(group);
    }
    const content = inline((bullet ?? quote)?.[1] ?? number[2]);
    if (quote) group.append(...(group.childNodes.length ? ["\n"] : []), ...content);
    else group.append(el("li", {}, ...content));
  }
  flush();
  return nodes;
}

function inline(text) {
  const nodes = [];
  let rest = text;
  let done = "";
  const flush = () => { if (done) nodes.push(document.createTextNode(done)); done = ""; };

  while (rest) {
    const link = address.exec(rest);
    if (link?.index === 0 && !wordBefore.test(done)) {
      const shown = link[0].replace(/[.,;:!?)\]}'*_~]+$/, "");
      flush();
      nodes.push(anchor(shown));
      rest = rest.slice(shown.length);
      continue;
    }
    const found = marked(rest, done);
    if (found) {
      flush();
      nodes.push(found.node);
      rest = rest.slice(found.length);
      continue;
    }
    const step = String.fromCodePoint(rest.codePointAt(0));
    done += step;
    rest = rest.slice(step.length);
  }
  flush();
  return nodes;
}

function marked(rest, before) {
  const mark = rest[0];
  if (mark !== "`" && !marks[mark]) return null;
  if (wordBefore.test(before) || !rest[1] || /\s/.test(rest[1]) || rest[1] === mark) return null;
  for (let end = rest.indexOf(mark, 2); end > 0; end = rest.indexOf(mark, end + 1)) {
    const inside = rest.slice(1, end);
    if (inside.includes("\n")) return null;
    if (/\s$/.test(inside) || wordAfter.test(rest.slice(end + 1))) continue;
    const node = mark === "`" ? el("code", {}, inside) : el(marks[mark], {}, ...inline(inside));
    return { node, length: end + 1 };
  }
  return null;
}

function anchor(shown) {
  const href = /^https?:/i.test(shown) ? shown : `https://${shown}`;
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, shown);
}
