import type { LabInput } from '../scenario/Scenario';
import type { Outside } from './Outside';
import type { Tell } from './TellMessage';
import type { Handled, TellerBrain } from './Teller';

/** What inventory's book says of a sku. */
export interface Book {
  onHand: number;
  reserved: number;
  returned: number;
  low: boolean;
  readonly lowStockAt: number;
}

/** Inventory's copy of the world: its book, and the orders it was told of. */
export interface InventoryState {
  readonly books: Map<string, Book>;
  readonly orders: Map<
    string,
    {
      readonly sku: string;
      readonly qty: number;
      status: 'reserved' | 'waiting' | 'cancelled' | 'shipped';
      expected: number;
      cameBack: number;
    }
  >;
}

export type InventoryInput = Extract<LabInput, { kind: 'pickup' | 'restock' | 'parcel' }>;

/** Inventory: keeps the book, sets aside, packs, and tells the sellers each new level. */
export function inventoryTeller(
  open: () => InventoryState,
  outside: Outside,
): TellerBrain<InventoryState, InventoryInput> {
  /** Who waits is served first come first served; then everybody hears the level, and marketing when it is low. */
  function settle(state: InventoryState, sku: string, nowMs: number): { tells: Tell[]; served: string[] } {
    const book = state.books.get(sku);
    if (!book) return { tells: [], served: [] };
    const tells: Tell[] = [];
    const served: string[] = [];
    for (const [order, one] of state.orders) {
      if (one.sku !== sku || one.status !== 'waiting') continue;
      if (book.onHand - book.reserved < one.qty) break;
      one.status = 'reserved';
      book.reserved += one.qty;
      served.push(order);
      for (const to of ['support', 'marketing'] as const) tells.push({ to, message: { tell: 'served', order, sku } });
    }
    const available = book.onHand - book.reserved;
    const isLow = available <= book.lowStockAt;
    for (const to of ['support', 'marketing'] as const)
      tells.push({ to, message: { tell: 'level', sku, available, stampMs: nowMs } });
    if (isLow && !book.low) tells.push({ to: 'marketing', message: { tell: 'low', sku } });
    book.low = isLow;
    return { tells, served };
  }

  const after = (
    state: InventoryState,
    sku: string,
    nowMs: number,
    says: string,
    about: readonly string[],
    does?: () => void,
  ): Handled => {
    const { tells, served } = settle(state, sku, nowMs);
    return {
      says: served.length ? `${says}; sets aside order ${served.join(', ')}` : says,
      about: [...about, `sku:${sku}`, ...served.map((order) => `order:${order}`)],
      does() {
        does?.();
        for (const order of served) outside.promise(order);
      },
      tells,
    };
  };

  return {
    name: 'inventory',
    open,
    onInput(state, input, nowMs) {
      switch (input.kind) {
        case 'restock': {
          const book = state.books.get(input.sku);
          if (!book) return null;
          book.onHand += input.qty;
          return after(state, input.sku, nowMs, `books ${input.qty} × ${input.sku} in`, []);
        }
        case 'pickup': {
          const order = state.orders.get(input.order);
          const book = order && state.books.get(order.sku);
          const about = [`order:${input.order}`];
          if (!book || order?.status !== 'reserved')
            return { says: `has nothing packed for order ${input.order}`, about };
          order.status = 'shipped';
          book.onHand -= order.qty;
          book.reserved -= order.qty;
          return {
            ...after(
              state,
              order.sku,
              nowMs,
              `sends order ${input.order}`,
              about,
              () => void outside.ship(input.order),
            ),
            tells: [{ to: 'support', message: { tell: 'shipped', order: input.order, sku: order.sku } }],
          };
        }
        case 'parcel': {
          const order = state.orders.get(input.order);
          const book = state.books.get(input.sku);
          const about = [`order:${input.order}`, `sku:${input.sku}`];
          if (!book || !order || order.expected < input.qty)
            return { says: `puts a parcel for order ${input.order} aside: nobody said that it would come`, about };
          order.expected -= input.qty;
          order.cameBack += input.qty;
          book.returned -= input.qty;
          book.onHand += input.qty;
          return after(state, input.sku, nowMs, `books the returned ${input.sku} in`, about, () =>
            outside.unpack(input.order, input.sku, input.qty),
          );
        }
      }
    },
    onMessage(state, message, nowMs) {
      if (!('order' in message)) return null;
      const { order, sku } = message;
      const book = state.books.get(sku);
      const known = state.orders.get(order);
      const about = [`order:${order}`];
      if (!book) return null;
      switch (message.tell) {
        case 'sold':
          // Told again after a crash: an order that is known is not set aside twice.
          if (known) return null;
          state.orders.set(order, { sku, qty: message.qty, status: 'reserved', expected: 0, cameBack: 0 });
          book.reserved += message.qty;
          return after(state, sku, nowMs, `sets ${message.qty} × ${sku} aside for order ${order}`, about);
        case 'waiting':
          if (known) return null;
          state.orders.set(order, { sku, qty: message.qty, status: 'waiting', expected: 0, cameBack: 0 });
          return after(state, sku, nowMs, `puts order ${order} into the queue`, about);
        case 'cancelled': {
          if (known?.status === 'reserved') book.reserved -= known.qty;
          if (known?.status === 'shipped')
            return { says: `hears that order ${order} is cancelled; it is gone already`, about };
          if (known) known.status = 'cancelled';
          return after(state, sku, nowMs, `releases what was set aside for order ${order}`, about);
        }
        case 'refunded':
          book.returned += message.qty;
          if (known) known.expected += message.qty;
          return { says: `expects ${message.qty} × ${sku} of order ${order} back`, about: [...about, `sku:${sku}`] };
        default:
          return null;
      }
    },
  };
}
