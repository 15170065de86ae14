import { el, newId } from "./dom.js";
import { emojiGrid } from "./emoji.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { line } from "./preview.js";
import { canRecord, record } from "./recorder.js";
import { contactSheet, fileSheet, locationSheet } from "./sheets.js";

// Where the person writes. `host` is the phone; `sends` has text, payload, file; `up` steps into the messages.
export function composer(host, sends) {
  const id = newId("composer");
  let quoted = null;
  const input = el("textarea", { id, "data-testid": "composer", rows: "1", placeholder: "Message", maxlength: "65536", dir: "auto", autocomplete: "off", enterkeyhint: "send" });
  const send = el("button", { type: "submit", class: "icon send", "data-testid": "send", "aria-label": "Send", hidden: true }, icon("send"));
  const mic = el("button", { type: "button", class: "icon send", "data-testid": "mic", "aria-label": "Record a voice message", onclick: () => speak() }, icon("mic"));
  const smile = el("button", { type: "button", class: "icon", "aria-label": "Emoji", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => openMenu(host, smile, [], { label: "Emoji", extra: close => emojiGrid(one => { close(false); insert(one); }) }) }, icon("smile"));
  const clip = el("button", { type: "button", class: "icon", "data-testid": "attach", "aria-label": "Attach", "aria-haspopup": "menu", "aria-expanded": "false", onclick: () => attach() }, icon("clip"));
  const photos = el("input", { type: "file", accept: "image/*,video/*", hidden: true, "data-testid": "pick-photo", "aria-label": "Photo or video", onchange: () => picked(photos) });
  const files = el("input", { type: "file", hidden: true, "data-testid": "pick-file", "aria-label": "Document", onchange: () => picked(files) });
  const quote = el("div", { class: "answering", hidden: true });
  const bar = el("div", { class: "recording", hidden: true });
  const form = el("form", { class: "compose", onsubmit: event => { event.preventDefault(); submit(); } },
    el("div", { class: "box" }, smile, el("label", { class: "hidden", for: id }, "Message"), input, clip), canRecord ? mic : null, send);
  const element = el("div", { class: "foot-area" }, quote, form, bar, photos, files);

  function toggle() {
    const empty = !input.value.trim();
    send.hidden = empty && canRecord;
    mic.hidden = !empty;
  }

  function insert(text) {
    input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
    input.focus();
    toggle();
  }

  async function submit() {
    const text = input.value.trim();
    if (!text) return;
    const answered = quoted;
    input.value = "";
    answer(null);
    toggle();
    input.focus();
    if (await sends.text(text, answered?.id)) return;
    input.value ||= text;
    toggle();
  }

  function attach() {
    openMenu(host, clip, [
      { icon: "photo", text: "Photo or video", go: () => photos.click(), testId: "attach-photo" },
      { icon: "file", text: "Document", go: () => files.click(), testId: "attach-file" },
      { icon: "place", text: "Location", go: () => locationSheet(host, clip, place => payload("location", place)), testId: "attach-location" },
      { icon: "person", text: "Contact", go: () => contactSheet(host, clip, cards => payload("contacts", cards)), testId: "attach-contact" },
    ], { label: "Attach" });
  }

  function payload(type, content) {
    const answered = quoted?.id;
    answer(null);
    sends.payload(type, content, answered);
  }

  function picked(from) {
    if (from.files[0]) offer(from.files[0]);
    from.value = "";
  }

  function offer(file) {
    const answered = quoted?.id;
    fileSheet(host, file, input, caption => { answer(null); sends.file(file, { name: file.name, caption, quotedId: answered }); });
  }

  async function speak() {
    form.hidden = true;
    try {
      const note = await record(bar);
      if (note) sends.file(note, { voice: true, quotedId: quoted?.id });
    } catch (error) {
      sends.trouble(error.name === "NotAllowedError" || error.name === "NotFoundError" ? new Error("The microphone cannot be used.") : error);
    }
    form.hidden = false;
    answer(null);
    mic.focus();
  }

  function answer(message, business) {
    quoted = message;
    quote.hidden = !message;
    quote.replaceChildren();
    if (!message) return;
    quote.append(el("div", { class: "quote", "data-testid": "answering" }, el("strong", { dir: "auto" }, message.isFromBusiness ? business : "You"), el("span", { class: "preview" }, ...line(message))),
      el("button", { type: "button", class: "icon", "aria-label": "Do not answer this message", onclick: () => { answer(null); input.focus(); } }, icon("close", 20)));
    input.focus();
  }

  input.addEventListener("input", toggle);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Escape" && quoted) {
      event.stopPropagation();
      answer(null);
    } else if (event.key === "ArrowUp" && !input.value) {
      event.preventDefault();
      event.stopPropagation();
      sends.up();
    }
  });
  input.addEventListener("paste", event => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    offer(file);
  });
  toggle();
  return { element, answer, offer, focus: () => input.focus({ preventScroll: true }), reset: () => { input.value = ""; answer(null); toggle(); } };
}
