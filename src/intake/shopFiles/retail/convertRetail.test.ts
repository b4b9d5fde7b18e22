import { describe, expect, test } from 'vitest';
import { checkRecords } from '../checkRecords';
import { readShopFiles } from '../readShopFiles';

const address = { address1: '1 Mill Lane', address2: '', city: 'Leeds', country: 'UK', state: '', zip: 'LS1' };
const variant = (id: string, price: number, available = true) => ({
  [id]: { item_id: id, options: { colour: id }, available, price },
});
const item = (id: string, price: number) => ({ name: 'Mug', product_id: '77', item_id: id, price });
const paid = (amount: number, type = 'payment') => ({
  transaction_type: type,
  amount,
  payment_method_id: 'card_1',
});
const order = (
  id: string,
  status: string,
  payment_history: object[],
  items = [item('1', 14.35), item('1', 14.35)],
) => ({
  [id]: { order_id: id, user_id: 'ada_1', address, items, status, payment_history },
});

/** A shop in the form of the retail data: one customer, a product of two variants, an order of each kind. */
const files = {
  users: {
    ada_1: {
      name: { first_name: 'Ada', last_name: 'Sample' },
      address,
      email: 'ada@example.org',
      payment_methods: {
        card_1: { source: 'credit_card', id: 'card_1', brand: 'visa', last_four: '1111' },
        gift_1: { source: 'gift_card', id: 'gift_1', balance: 50.1 },
      },
    },
  },
  products: {
    '77': { name: 'Mug', product_id: '77', variants: { ...variant('1', 14.35), ...variant('2', 9.99, false) } },
  },
  orders: {
    ...order('#W1', 'pending', [paid(28.7)]),
    ...order('#W2', 'processed', [paid(28.7)]),
    ...order('#W3', 'delivered', [paid(28.7)]),
    ...order('#W4', 'cancelled', [paid(28.7), paid(28.7, 'refund')]),
  },
};

const nothing = { hasCustomer: () => false, hasSku: () => false };
function read(given: Partial<Record<keyof typeof files, unknown>>) {
  const picked = Object.entries(given).map(([name, content]) => ({
    name: `${name}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(content, null, 1)),
  }));
  return checkRecords(
    readShopFiles(picked, () => null),
    nothing,
  );
}

describe('the three files of the retail data', () => {
  test('[FILE7] open as a shop: whole cents, an order in each state, the same item twice as one line', () => {
    const { currency, skipped, customers, variants, orders } = read(files);
    expect([currency, skipped]).toEqual(['USD', []]);
    expect(customers[0]?.value.paymentMethods).toMatchObject([{ kind: 'card' }, { balanceCents: 5010 }]);
    expect(variants.map(({ value }) => [value.sku, value.priceCents, value.stock > 0])).toEqual([
      ['1', 1435, true],
      ['2', 999, false],
    ]);
    expect(orders.map(({ value }) => value.status)).toEqual(['open', 'shipped', 'delivered', 'cancelled']);
    expect(orders[0]?.value.items).toEqual([{ sku: '1', qty: 2, unitCents: 1435 }]);
  });

  test('[FILE7] give the same shop each time, and one more order changes no other', () => {
    const more = { ...files, orders: { ...files.orders, ...order('#W5', 'delivered', [paid(28.7)]) } };
    const [before, after] = [read(files), read(more)];
    expect(read(files)).toEqual(before);
    expect(after.orders.slice(0, 4).map(({ value }) => value)).toEqual(before.orders.map(({ value }) => value));
  });

  test('[FILE7] are refused by file and line when one is missing or is not what it should be', () => {
    const { users, products } = files;
    expect(() => read({ users, products })).toThrow(/users\.json, products\.json and orders\.json together/);
    const lost = { ...files, orders: order('#W1', 'lost', []) };
    expect(() => read(lost)).toThrow(/orders\.json, line \d+: /);
  });
});
