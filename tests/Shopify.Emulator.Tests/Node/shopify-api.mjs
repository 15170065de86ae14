// Installs an app, asks the Admin API and judges a webhook with Shopify's own Node library, against an emulated shop.
// Usage: node shopify-api.mjs <emulator address> <shop domain> <api key> <api secret> <callback port> <webhook body> <webhook hmac>
import '@shopify/shopify-api/adapters/node';
import { createServer } from 'node:http';
import { shopifyApi, ApiVersion } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

const [base, shop, apiKey, apiSecretKey, port, body, hmac] = process.argv.slice(2);
const home = `http://127.0.0.1:${port}`;
// The library speaks to https://{shop}; the emulator serves the same paths below its own address.
const emulated = (url) => String(url).replace(/^https:\/\/([^/]+)/, `${base}$1`);
setAbstractFetchFunc((url, init) => fetch(emulated(url), init));

const shopify = shopifyApi({
  apiKey, apiSecretKey, scopes: ['read_products'], hostName: `127.0.0.1:${port}`, hostScheme: 'http',
  apiVersion: Object.values(ApiVersion).includes('2026-10') ? '2026-10' : '2026-07', isEmbeddedApp: false, logger: { level: 0 },
});

let session;
const app = createServer(async (rawRequest, rawResponse) => {
  try {
    if (rawRequest.url.startsWith('/begin')) {
      await shopify.auth.begin({ shop, callbackPath: '/callback', isOnline: false, rawRequest, rawResponse });
    } else if (rawRequest.url.startsWith('/callback')) {
      ({ session } = await shopify.auth.callback({ rawRequest, rawResponse, expiring: true }));
      rawResponse.end('installed');
    } else {
      const valid = await shopify.webhooks.validate({ rawBody: body, rawRequest, rawResponse });
      rawResponse.end(JSON.stringify(valid));
    }
  } catch (error) {
    rawResponse.statusCode = 500;
    rawResponse.end(String(error.stack ?? error));
  }
}).listen(Number(port), '127.0.0.1');

// The merchant's browser: begin, consent page, Install, back to the app with its cookies.
// The library answers programs, which it takes for link previews, with 410.
const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36' };
const begin = await fetch(`${home}/begin`, { redirect: 'manual', headers: browser });
const cookies = begin.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
const page = await (await fetch(emulated(begin.headers.get('location')))).text();
const request = /name="request" value="([^"]+)"/.exec(page)[1];
const decided = await fetch(`${base}${shop}/admin/oauth/authorize`, {
  method: 'POST', redirect: 'manual', body: new URLSearchParams({ request, decision: 'install' }),
});
const installed = await fetch(decided.headers.get('location'), { headers: { ...browser, cookie: cookies }, redirect: 'manual' });
if (!session) throw new Error(`not installed: ${await installed.text()}`);
console.log(`scopes ${session.scope} refresh ${Boolean(session.refreshToken)}`);

const client = new shopify.clients.Graphql({ session });
const { data } = await client.request('query First($n: Int!) { shop { name } products(first: $n) { nodes { title } } }', { variables: { n: 2 } });
console.log(`shop ${data.shop.name} products ${data.products.nodes.length}`);

for (const signature of [hmac, 'AAAA' + hmac.slice(4)]) {
  const judged = await fetch(`${home}/webhook`, {
    method: 'POST', body,
    headers: {
      'X-Shopify-Topic': 'products/update', 'X-Shopify-Hmac-Sha256': signature, 'X-Shopify-Shop-Domain': shop,
      'X-Shopify-API-Version': '2026-10', 'X-Shopify-Webhook-Id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    },
  });
  console.log(`webhook ${(await judged.json()).valid}`);
}

app.close();
