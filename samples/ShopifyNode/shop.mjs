// Searches an emulated shop and fills a cart, with nothing but Node: node shop.mjs http://127.0.0.1:5082/demo-shop.myshopify.com mug
const [shop = 'http://127.0.0.1:5082/demo-shop.myshopify.com', words = 'mug'] = process.argv.slice(2);

async function storefront(query, variables) {
  const response = await fetch(`${shop}/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map((error) => error.message).join('\n'));
  return data;
}

const { products } = await storefront(`query Find($words: String!) {
  products(first: 3, query: $words) {
    nodes { title variants(first: 1) { nodes { id price { amount currencyCode } } } }
  }
}`, { words });

for (const { title, variants: { nodes: [{ price }] } } of products.nodes) console.log(`${title}: ${price.amount} ${price.currencyCode}`);

const lines = products.nodes.map(({ variants }) => ({ merchandiseId: variants.nodes[0].id, quantity: 1 }));
const { cartCreate } = await storefront(`mutation Fill($lines: [CartLineInput!]) {
  cartCreate(input: { lines: $lines }) { cart { totalQuantity checkoutUrl cost { totalAmount { amount currencyCode } } } }
}`, { lines });

const { cart } = cartCreate;
console.log(`${cart.totalQuantity} in the cart, ${cart.cost.totalAmount.amount} ${cart.cost.totalAmount.currencyCode}\nPay at ${cart.checkoutUrl}`);
