import type { MoneyPart, WorldEvent } from '../../src/contracts';
import type { Books, OrderDocument, Unit } from './Books';

/**
 * The books as the facts of a log say them, folded here anew: neither services nor views are asked.
 *
 * @param textOf what lies in the side store under a ref.
 */
export async function booksOfEvents(
  events: Iterable<WorldEvent>,
  textOf: (ref: string) => Promise<string | null>,
): Promise<Books> {
  const books: Books = { orders: new Map(), customers: new Map(), variants: new Map() };
  for (const event of events) await fold(books, event, textOf);
  return books;
}

async function fold(books: Books, event: WorldEvent, textOf: (ref: string) => Promise<string | null>): Promise<void> {
  const change = (id: string, how: (order: OrderDocument) => Partial<OrderDocument>) => {
    const order = books.orders.get(id);
    if (order) books.orders.set(id, { ...order, ...how(order) });
  };
  /** Money that goes to the shop (+) or back (−). */
  const move = (orderId: string, part: MoneyPart, sign: 1 | -1) => {
    const method = part.methodId ?? 'bank';
    change(orderId, ({ held }) => ({ held: { ...held, [method]: (held[method] ?? 0) + sign * part.cents } }));
    const customer = books.customers.get(books.orders.get(orderId)?.customerId ?? '');
    const balance = customer?.balances[method];
    if (!customer || balance === undefined) return;
    const balances = { ...customer.balances, [method]: balance - sign * part.cents };
    books.customers.set(customer.id, { ...customer, balances });
  };
  const difference = (orderId: string, moved: (MoneyPart & { kind: 'charge' | 'refund' }) | null) => {
    if (moved) move(orderId, moved, moved.kind === 'charge' ? 1 : -1);
  };

  const shelve = (sku: string, free: number) => {
    const variant = books.variants.get(sku);
    if (variant) books.variants.set(sku, { ...variant, free });
  };

  switch (event.type) {
    case 'CustomerRegistered':
      books.customers.set(event.data.customerId, { id: event.data.customerId, methods: {}, balances: {} });
      return;
    case 'PaymentMethodAdded': {
      const { customerId, methodId, kind, openingCents } = event.data;
      const customer = books.customers.get(customerId) ?? { id: customerId, methods: {}, balances: {} };
      const methods = { ...customer.methods, [methodId]: kind };
      const balances = kind === 'gift-card' ? { ...customer.balances, [methodId]: openingCents } : customer.balances;
      books.customers.set(customerId, { ...customer, methods, balances });
      return;
    }
    case 'OrderTakenOver': {
      const { orderId, customerId, status, items, moves, address } = event.data;
      const held: Record<string, number> = {};
      for (const { methodId, kind, cents } of moves) {
        const method = methodId ?? 'bank';
        held[method] = (held[method] ?? 0) + (kind === 'charge' ? cents : -cents);
      }
      books.orders.set(orderId, {
        ...{ id: orderId, customerId, status: status === 'placed' ? 'open' : status, held },
        units: items.flatMap(({ sku, qty, unitCents }) =>
          Array.from({ length: qty }, (): Unit => ({ sku, cents: unitCents, isGivenBack: false })),
        ),
        paidWith: moves[0]?.methodId ?? '',
        address: address ? ((await textOf(address)) ?? '') : '',
      });
      return;
    }
    case 'OrderCancelled':
      for (const part of event.data.paidBack ?? []) move(event.data.orderId, part, -1);
      return change(event.data.orderId, () => ({ status: 'cancelled' }));
    case 'AddressChanged': {
      const address = (await textOf(event.data.address)) ?? '';
      return change(event.data.orderId, () => ({ address }));
    }
    case 'PaymentMethodChanged':
      for (const part of event.data.refunded) move(event.data.orderId, part, -1);
      move(event.data.orderId, event.data.charged, 1);
      return change(event.data.orderId, () => ({ paidWith: event.data.charged.methodId ?? '' }));
    case 'ItemsChanged':
    case 'ExchangeAccepted': {
      const { orderId, changes, difference: moved } = event.data;
      difference(orderId, moved);
      const status = event.type === 'ItemsChanged' ? 'changed' : 'exchanged';
      return change(orderId, ({ units }) => ({
        status,
        units: swappedAll(units, changes),
      }));
    }
    case 'RefundProcessed': {
      const { orderId, sku, qty, paidBack = [] } = event.data;
      for (const part of paidBack) move(orderId, part, -1);
      return change(orderId, ({ units }) => ({ units: givenBack(units, sku, qty) }));
    }
    case 'NewProduct': {
      const { sku, productId, priceCents } = event.data;
      books.variants.set(sku, { sku, productId: productId ?? sku, cents: priceCents, free: 0 });
      return;
    }
    case 'InventoryUpdated':
      return shelve(event.data.sku, event.data.available);
    case 'StockReserved':
    case 'StockReleased':
      for (const { sku, available } of event.data.items) shelve(sku, available);
      return;
    case 'OrderShipped':
      return change(event.data.orderId, () => ({ status: 'shipped' }));
    default:
  }
}

interface Change {
  readonly sku: string;
  readonly qty: number;
  readonly newSku: string;
  readonly unitCents: number;
}

/** Each change takes units that were there before it began: what it brings is not swapped again. */
function swappedAll(units: readonly Unit[], changes: readonly Change[]): Unit[] {
  const left = new Map(changes.map((change) => [change, change.qty]));
  return units.map((unit) => {
    const change = changes.find((one) => one.sku === unit.sku && (left.get(one) ?? 0) > 0);
    if (!change || unit.isGivenBack) return unit;
    left.set(change, (left.get(change) ?? 0) - 1);
    return { sku: change.newSku, cents: change.unitCents, isGivenBack: false };
  });
}

function givenBack(units: readonly Unit[], sku: string, qty: number): readonly Unit[] {
  let left = qty;
  return units.map((unit) => {
    if (unit.sku !== sku || unit.isGivenBack || left === 0) return unit;
    left -= 1;
    return { ...unit, isGivenBack: true };
  });
}
