const root = "/_emulator";

async function ask(path, body) {
  const response = await fetch(root + path, body === undefined
    ? {}
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The emulator answered ${response.status}.`);
  return response.status === 204 ? null : response.json();
}

const chatPath = (phone, chat) => `/phones/${encodeURIComponent(phone)}/chats/${encodeURIComponent(chat)}`;

export const phones = () => ask("/phones");
export const chats = phone => ask(`/phones/${encodeURIComponent(phone)}/chats`);
export const chat = (phone, id) => ask(chatPath(phone, id));
export const say = (phone, id, text) => ask(`${chatPath(phone, id)}/messages`, { text });
export const tap = (phone, id, messageId, choice) => ask(`${chatPath(phone, id)}/taps`, { messageId, id: choice });
export const read = (phone, id) => ask(`${chatPath(phone, id)}/read`, {});
export const events = phone => new EventSource(`${root}/phones/${encodeURIComponent(phone)}/events`);
