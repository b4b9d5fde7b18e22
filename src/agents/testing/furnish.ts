import type { WorldEvent } from '../../contracts';
import type { OrderRow } from '../toolResults';
import type { FakeShop } from './FakeShop';

/** Two customers and their orders, three products: what the tests of all agents start from. */
const catalogue = [
  { sku: 'MUG-1', title: 'Enamel mug', description: 'White, blue rim, 0.4 l.', priceCents: 1450, lowStockAt: 5 },
  { sku: 'LAMP-2', title: 'Desk lamp', description: 'Brass, with a dimmer.', priceCents: 4900, lowStockAt: 2 },
  { sku: 'TEE-3', title: 'Cotton shirt', description: 'Green.', priceCents: 2500, lowStockAt: 3 },
] as const;

export type TestOrder = Pick<OrderRow, 'status'> & {
  readonly orderId: string;
  readonly customerId: string;
  readonly items: Readonly<Record<string, number>>;
  readonly refunded?: Readonly<Record<string, number>>;
};

/** Writes products and orders into the log and lets the tools answer for this customer, as the world would. */
export function furnish(
  shop: FakeShop,
  customer: string,
  orders: readonly TestOrder[],
  available: Readonly<Record<string, number>> = {},
): void {
  for (const product of catalogue) shop.append('NewProduct', product);
  for (const { orderId, customerId, items } of orders) {
    shop.append('OrderPlaced', {
      orderId,
      customerId,
      items: Object.entries(items).map(([sku, qty]) => ({ sku, qty, unitCents: priceOf(sku) })),
    });
  }
  const rows = orders.filter((order) => order.customerId === customer).map(rowOf);
  shop.tools = {
    customerOrders: () => rows,
    lookupOrder: ({ orderId }: { orderId: string }) => rows.find((row) => row.orderId === orderId) ?? null,
    findProduct: () => catalogue.map((one) => ({ ...one, sale: null })),
    stockOf: ({ sku }: { sku: string }) => ({
      sku,
      available: available[sku] ?? 0,
      threshold: 5,
      low: false,
      onTheWay: null,
    }),
  };
}

const priceOf = (sku: string) => catalogue.find((one) => one.sku === sku)?.priceCents ?? 1000;

function rowOf({ orderId, customerId, status, items, refunded = {} }: TestOrder) {
  const lines = Object.entries(items).map(([sku, qty]) => ({
    sku,
    qty,
    unitCents: priceOf(sku),
    refundedQty: refunded[sku] ?? 0,
  }));
  return { orderId, customerId, status, lines, deliveredAt: status === 'delivered' ? Date.UTC(2026, 3, 28) : null };
}

/** A mail comes in and the mailroom passes it on. */
export function mailIn(
  shop: FakeShop,
  text: string,
  { customerId = 'c-7', known = true, mailId = 'm-1', subject = 'My order', name = 'Ana Silva' } = {},
): WorldEvent {
  const letter = JSON.stringify({
    from: { name, address: 'ana@example.org' },
    subject,
    text,
    writtenAt: null,
    messageId: null,
    attachments: [],
  });
  const ref = shop.keep(letter);
  const received = shop.append('MailReceived', {
    mailId,
    customerId: known ? customerId : null,
    letter: ref,
    attachments: 0,
  });
  return shop.append('CustomerQuery', { mailId, customerId, known, query: ref }, { answers: received });
}
