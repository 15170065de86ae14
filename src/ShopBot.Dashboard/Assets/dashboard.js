// Keeps the live parts of a page as they are on the server, and copies texts. Without it every page works, by loading it again.
(() => {
  "use strict";
  const body = document.body;
  const scroll = () => document.querySelectorAll("[data-bottom]").forEach((box) => { box.scrollTop = box.scrollHeight; });
  scroll();

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = "Copied";
    } catch {
      source.focus();
      source.select?.();
    }
  });

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  if (!body.dataset.live || !window.EventSource) return;
  let busy = false;
  let again = false;
  // Tokens of forms differ with every look; a button must not be replaced for that while it is pressed.
  const seen = (part) => part.innerHTML.replace(/<input type="hidden"[^>]*>/g, "");
  const refresh = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { "X-Live": "1" }, credentials: "same-origin" });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of document.querySelectorAll("[data-part]")) {
          const next = fresh.getElementById(part.id);
          if (!next || seen(next) === seen(part)) continue;
          const atEnd = part.scrollHeight - part.scrollTop - part.clientHeight < 80;
          part.innerHTML = next.innerHTML;
          if ("bottom" in part.dataset && atEnd) part.scrollTop = part.scrollHeight;
        }
      }
    } catch {
      // The server is away; the stream opens again by itself and asks then.
    } finally {
      busy = false;
      if (again) { again = false; refresh(); }
    }
  };
  const stream = new EventSource(body.dataset.live);
  stream.addEventListener("open", () => { body.dataset.connected = "1"; refresh(); });
  stream.addEventListener("error", () => { delete body.dataset.connected; });
  stream.addEventListener("changed", refresh);
})();
