import * as api from "./api.js";
import { el, newId } from "./dom.js";
import { icon } from "./icons.js";
import { json } from "./json.js";
import { field, openSheet } from "./sheet.js";
import { exact } from "./times.js";

// One call or webhook attempt: a line, and its bodies once it is opened.
export function entryRow(entry, host) {
  const details = el("div", { class: "details", id: newId("entry"), hidden: true });
  const line = el("button", { type: "button", class: "line", "aria-expanded": "false", "aria-controls": details.id, "data-testid": "entry" },
    el("span", { class: `way ${entry.kind}` }, icon(entry.kind === "call" ? "in" : "out", 18)),
    el("span", { class: "words" }, el("b", {}, entry.title), el("small", {}, el("span", { class: "hidden" }, entry.kind === "call" ? "API call " : "Webhook "), entry.attempt > 1 ? `attempt ${entry.attempt} · ` : "", exact(entry.at))),
    el("span", { class: "ms", "data-testid": "latency" }, `${entry.ms} ms`),
    el("span", { class: entry.good ? "badge good" : "badge bad", "data-testid": "answer" }, entry.status ? String(entry.status) : entry.failure ?? "dropped"));
  line.addEventListener("click", async () => {
    const open = details.hidden;
    line.setAttribute("aria-expanded", String(open));
    details.hidden = !open;
    if (open && !details.childElementCount) details.append(...await bodies(entry, host));
  });
  return el("li", { "data-entry": entry.id, class: entry.kind }, line, details);
}

async function bodies(entry, host) {
  let whole;
  try {
    whole = await api.trafficEntry(entry.id);
  } catch {
    return [el("p", { class: "hint" }, "The emulator does not keep this any more.")];
  }
  return [
    el("p", { class: "target" }, whole.target),
    entry.kind === "webhook" ? tools(whole, host) : null,
    el("h3", {}, entry.kind === "call" ? "Request" : "Body"), json(whole.request),
    whole.signature ? el("p", { class: "target" }, `X-Hub-Signature-256: ${whole.signature}`) : null,
    el("h3", {}, "Answer"), json(whole.response),
  ].filter(Boolean);
}

function tools(entry, host) {
  const said = el("span", { role: "status", class: "said" });
  const replay = (how, words) => api.replay(entry.id, how).then(() => { said.textContent = words; }, error => { said.textContent = error.message; });
  const button = (picture, text, testId, go) => el("button", { type: "button", class: "tool", "data-testid": testId, onclick: event => go(event.currentTarget) }, icon(picture, 16), text);
  return el("div", { class: "replay", role: "group", "aria-label": "Send this webhook again" },
    button("again", "Resend", "resend", () => replay({}, "Sent again.")),
    button("twice", "Duplicate", "duplicate", () => replay({ times: 2 }, "Sent twice more.")),
    button("clock", "Delay", "delay", opener => delaySheet(host, opener, seconds => { replay({ delaySeconds: seconds }, `Comes in ${seconds} s.`); })),
    button("pencil", "Tamper", "tamper", opener => tamperSheet(host, opener, entry, how => { replay(how, "Sent."); })), said);
}

function delaySheet(host, opener, send) {
  openSheet(host, { title: "Send again later", opener, button: "Schedule", testId: "delay-send",
    build: () => field("Seconds from now", { name: "seconds", type: "number", min: "0", max: "3600", step: "any", value: "5", required: true }),
    submit: values => send(Number(values.get("seconds"))) });
}

function tamperSheet(host, opener, entry, send) {
  const choice = (value, text, checked) => el("label", { class: "pick" }, el("span", { class: "words" }, text), el("input", { type: "radio", name: "signature", value, checked }));
  openSheet(host, { title: "Tamper and send", opener, button: "Send", testId: "tamper-send", build: () => [
    field("Body", { name: "body", rows: "12", class: "code", spellcheck: "false", required: true, "data-testid": "tamper-body" }),
    el("fieldset", {}, el("legend", {}, "Signature"), choice("sign", "Sign the changed body", true), choice("keep", "Keep the old one, which no longer fits"), choice("wrong", "Sign with a wrong secret"), choice("none", "Leave it out")),
    field("Copies", { name: "times", type: "number", min: "1", max: "20", value: "1", required: true }),
    field("Delay in seconds", { name: "seconds", type: "number", min: "0", max: "3600", step: "any", value: "0", required: true }),
  ], submit: values => send({ body: values.get("body"), signature: values.get("signature"), times: Number(values.get("times")), delaySeconds: Number(values.get("seconds")) }) });
  host.querySelector("dialog textarea").value = entry.request;
}
