import { el } from "./dom.js";
import { icon } from "./icons.js";
import { toVoiceNote } from "./ogg.js";
import { duration } from "./times.js";

export const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

// Records until the person sends or throws away; resolves to a voice note or null. The bar takes the composer's place meanwhile.
export async function record(bar) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const chunks = [];
  recorder.addEventListener("dataavailable", event => chunks.push(event.data));
  const began = performance.now();
  const time = el("span", { class: "length" }, "0:00");
  const clock = setInterval(() => { time.textContent = duration((performance.now() - began) / 1000); }, 250);
  const keep = await new Promise(resolve => {
    const drop = el("button", { type: "button", class: "icon", "aria-label": "Discard recording", onclick: () => resolve(false) }, icon("trash"));
    const send = el("button", { type: "button", class: "icon send", "aria-label": "Send voice message", "data-testid": "voice-send", onclick: () => resolve(true) }, icon("send"));
    bar.replaceChildren(drop, el("span", { class: "dot", "aria-hidden": "true" }), time, el("span", { class: "words", role: "status" }, "Recording"), send);
    bar.onkeydown = event => { if (event.key === "Escape") resolve(false); };
    bar.hidden = false;
    recorder.start();
    send.focus();
  });
  clearInterval(clock);
  bar.hidden = true;
  const stopped = new Promise(resolve => recorder.addEventListener("stop", resolve, { once: true }));
  recorder.stop();
  await stopped;
  for (const track of stream.getTracks()) track.stop();
  return keep ? toVoiceNote(new Blob(chunks, { type: recorder.mimeType })) : null;
}
