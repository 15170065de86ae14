import { el } from "./dom.js";
import { icon } from "./icons.js";
import { duration } from "./times.js";

const speeds = [1, 1.5, 2];

// A voice note: play, a bar to move in, the time and the speed.
export function voice(url, message) {
  if (!url) return el("div", { class: "voice broken" }, icon("mic"), "Sound could not be loaded");
  const sound = el("audio", { src: url, preload: "metadata" });
  const play = el("button", { type: "button", class: "icon", "aria-label": "Play voice message", "data-testid": "voice-play" }, icon("play"));
  const bar = el("input", { type: "range", min: "0", max: "1000", value: "0", "aria-label": "Position", step: "1" });
  const time = el("span", { class: "length" }, "0:00");
  const speed = el("button", { type: "button", class: "speed", "aria-label": "Speed 1" }, "1×");
  const isPlaying = () => !sound.paused && !sound.ended;

  const show = () => {
    play.replaceChildren(icon(isPlaying() ? "pause" : "play"));
    play.setAttribute("aria-label", isPlaying() ? "Pause voice message" : "Play voice message");
    const length = Number.isFinite(sound.duration) ? sound.duration : 0;
    bar.value = length ? Math.round(1000 * sound.currentTime / length) : 0;
    bar.setAttribute("aria-valuetext", `${duration(sound.currentTime)} of ${duration(length)}`);
    time.textContent = duration(sound.currentTime || length);
  };
  play.addEventListener("click", () => { if (isPlaying()) sound.pause(); else sound.play().catch(show); });
  bar.addEventListener("input", () => { if (Number.isFinite(sound.duration)) sound.currentTime = sound.duration * bar.value / 1000; });
  speed.addEventListener("click", () => {
    sound.playbackRate = speeds[(speeds.indexOf(sound.playbackRate) + 1) % speeds.length];
    speed.textContent = `${sound.playbackRate}×`;
    speed.setAttribute("aria-label", `Speed ${sound.playbackRate}`);
  });
  for (const name of ["play", "pause", "ended", "timeupdate", "loadedmetadata", "durationchange"]) sound.addEventListener(name, show);
  const note = message.content?.voice !== false;
  return el("div", { class: "voice", role: "group", "aria-label": note ? "Voice message" : "Sound", "data-testid": "voice" }, sound, play, el("div", { class: "track" }, bar, time), speed, el("span", { class: "mike" }, icon("mic", 18)));
}
