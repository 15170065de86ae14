// An echo bot for the WhatsApp Cloud API in plain Node, no packages: checks signatures, answers texts with a button and taps with a text.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
const { GRAPH_URL = 'http://127.0.0.1:5080/v25.0', TOKEN = 'token', APP_SECRET = 'secret', VERIFY_TOKEN = 'verify', PORT = '3000' } = process.env;
const seen = new Set();                                                    // deliveries are repeated: answer each message once
const isSigned = (body, header = '') => {
  const own = Buffer.from('sha256=' + createHmac('sha256', APP_SECRET).update(body).digest('hex'));
  return own.length === header.length && timingSafeEqual(own, Buffer.from(header));
};
const send = (numberId, message) => fetch(`${GRAPH_URL}/${numberId}/messages`, {
  method: 'POST', headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ messaging_product: 'whatsapp', ...message }),
}).then(async answer => answer.ok || console.error('send failed', answer.status, (await answer.json()).error?.code));
const answer = (numberId, message) => {
  const to = message.from ? { to: '+' + message.from } : { recipient: message.from_user_id };   // the phone number may be hidden
  const tapped = message.interactive?.button_reply?.title;
  if (tapped) return send(numberId, { ...to, type: 'text', text: { body: `You tapped ${tapped}.` } });
  if (message.type === 'text') return send(numberId, { ...to, type: 'interactive', interactive: { type: 'button', body: { text: `You said: ${message.text.body}` },
    action: { buttons: [{ type: 'reply', reply: { id: 'thanks', title: 'Thanks' } }] } } });
};
createServer(async (request, response) => {
  const query = new URL(request.url, 'http://bot').searchParams;
  if (request.method === 'GET')
    return response.writeHead(query.get('hub.verify_token') === VERIFY_TOKEN ? 200 : 403).end(query.get('hub.verify_token') === VERIFY_TOKEN ? query.get('hub.challenge') : '');
  const body = Buffer.concat(await request.toArray());
  response.writeHead(isSigned(body, request.headers['x-hub-signature-256']) ? 200 : 401).end();
  if (response.statusCode === 200) for (const { value } of JSON.parse(body).entry.flatMap(entry => entry.changes))
    for (const message of value.messages ?? []) if (!seen.has(message.id)) { seen.add(message.id); answer(value.metadata.phone_number_id, message); }
}).listen(Number(PORT), '127.0.0.1', function () { console.log(`listening on ${this.address().port}`); });
