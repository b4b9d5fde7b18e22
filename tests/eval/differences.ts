import type { Books, OrderDocument } from './Books';

/** Where two books say different things of orders, gift cards and shelves, in words; the first is called `expected`. */
export function differences(expected: Books, found: Books): string[] {
  const said: string[] = [];
  const compare = (what: string, one: string, other: string) => {
    if (one !== other) said.push(`${what}: expected ${one}, found ${other}`);
  };
  for (const [id, order] of expected.orders) {
    const other = found.orders.get(id);
    if (!other) said.push(`order ${id}: expected, not found`);
    else for (const [part, of] of Object.entries(parts)) compare(`order ${id}, ${part}`, of(order), of(other));
  }
  for (const [id, { balances }] of expected.customers) {
    for (const [card, cents] of Object.entries(balances)) {
      compare(`gift card ${card}`, String(cents), String(found.customers.get(id)?.balances[card]));
    }
  }
  for (const [sku, { free }] of expected.variants) {
    const other = found.variants.get(sku);
    if (other) compare(`variant ${sku}, free`, String(free), String(other.free));
  }
  return said;
}

const parts: Readonly<Record<string, (order: OrderDocument) => string>> = {
  state: ({ status }) => status,
  items: ({ units }) =>
    units
      .map(({ sku, cents, isGivenBack }) => `${sku} at ${cents}${isGivenBack ? ' given back' : ''}`)
      .sort()
      .join(', '),
  money: ({ held }) =>
    Object.entries(held)
      .filter(([, cents]) => cents !== 0)
      .map(([method, cents]) => `${method} ${cents}`)
      .sort()
      .join(', '),
  address: ({ address }) => address,
};
