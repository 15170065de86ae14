const root = "/_emulator";

async function ask(path, body, headers = { "content-type": "application/json" }) {
  const response = await fetch(root + path, body === undefined
    ? {}
    : { method: "POST", headers, body: body instanceof Blob ? body : JSON.stringify(body) });
  if (!response.ok) throw new Error(`The emulator answered ${response.status}.`);
  return response.status === 202 || response.status === 204 ? null : response.json();
}

const part = encodeURIComponent;
const chatPath = (phone, chat) => `/phones/${part(phone)}/chats/${part(chat)}`;

export const phones = () => ask("/phones");
export const chats = phone => ask(`/phones/${part(phone)}/chats`);
export const chat = (phone, id) => ask(chatPath(phone, id));
export const search = (phone, words) => ask(`/phones/${part(phone)}/search?q=${part(words)}`);
export const say = (phone, id, text, quotedId) => ask(`${chatPath(phone, id)}/messages`, { text, quotedId });
export const send = (phone, id, type, payload, quotedId) => ask(`${chatPath(phone, id)}/messages`, { type, payload, quotedId });
export const tap = (phone, id, messageId, choice) => ask(`${chatPath(phone, id)}/taps`, { messageId, id: choice });
export const react = (phone, id, messageId, emoji) => ask(`${chatPath(phone, id)}/reactions`, { messageId, emoji });
export const shareNumber = (phone, id, messageId) => ask(`${chatPath(phone, id)}/contact-info`, { messageId });
export const read = (phone, id) => ask(`${chatPath(phone, id)}/read`, {});

// A Blob is sent as it is; the extra header keeps foreign web pages from doing the same.
export function sendFile(phone, id, blob, { name = "", caption = "", voice = false, quotedId } = {}) {
  const query = new URLSearchParams({ name, caption, voice });
  if (quotedId) query.set("quotedId", quotedId);
  return ask(`${chatPath(phone, id)}/files?${query}`, blob, { "content-type": blob.type || "application/octet-stream", "x-emulator-page": "1" });
}

export const traffic = after => ask(`/traffic?after=${after}`);
export const trafficEntry = id => ask(`/traffic/${id}`);
export const replay = (id, how) => ask(`/traffic/${id}/replays`, how);
export const switches = () => ask("/status-switches");
export const setSwitches = values => ask("/status-switches", values);

export const events = phoneIds => new EventSource(`${root}/events?${phoneIds.map(id => `phone=${part(id)}`).join("&")}`);
