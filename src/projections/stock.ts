import type { EventId, EventOf, OrderId, ReorderId, Sku, WorldEvent } from '../contracts';
import type { Projection } from './Projection';

/** The stock of a sku. available = on hand − reserved; `returned` units are refunded but not back: not available. */
export interface StockRow {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly returned: number;
  readonly available: number;
  readonly threshold: number;
  /** True from a LowStockAlert until the level is above the threshold again. */
  readonly low: boolean;
  /** The open reorder, with the reports of its arrival so far; the first that the Inventory service books closes it. */
  readonly onTheWay: {
    readonly reorderId: ReorderId;
    readonly qty: number;
    /** When it should be here; null when nobody said. */
    readonly dueAt: number | null;
    readonly receipts?: readonly EventId[];
  } | null;
  /** Orders that wait for this sku, first come first. */
  readonly waiting: readonly OrderId[];
  readonly changedAt: number;
}

export type Stock = Map<Sku, StockRow>;

/** Folds what the Inventory service says of each sku: its numbers are taken as they are, what they leave open is derived from them. */
export const stock: Projection<Stock> = {
  name: 'stock',
  version: 3,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'NewProduct':
        return list(view, event);
      case 'InventoryUpdated':
        return change(view, event, event.data.sku, (row) => levels(row, event));
      case 'StockReserved':
      case 'StockReleased':
        return held(view, event);
      case 'StockShort':
        return queue(view, event);
      case 'ItemsChanged':
        return queueForOthers(view, event);
      case 'OrderCancelled':
        return leaveQueues(view, event);
      case 'LowStockAlert':
        return change(view, event, event.data.sku, () => ({ low: true }));
      case 'ReorderPlaced': {
        const { sku, reorderId, qty, dueAt = null } = event.data;
        return change(view, event, sku, () => ({ onTheWay: { reorderId, qty, dueAt } }));
      }
      case 'ReorderDelayed': {
        const { sku, reorderId, dueAt } = event.data;
        return change(view, event, sku, ({ onTheWay }) =>
          onTheWay?.reorderId === reorderId ? { onTheWay: { ...onTheWay, dueAt } } : {},
        );
      }
      case 'StockReceiptReported':
        return expectAnswer(view, event);
      default:
        return view;
    }
  },
};

function list(view: Stock, event: EventOf<'NewProduct'>): Stock {
  const { sku, lowStockAt } = event.data;
  if (view.has(sku)) return view;
  const levels = { onHand: 0, reserved: 0, returned: 0, available: 0, threshold: lowStockAt };
  return view.set(sku, { sku, ...levels, low: false, onTheWay: null, waiting: [], changedAt: event.position });
}

function change(view: Stock, event: WorldEvent, sku: Sku, to: (row: StockRow) => Partial<StockRow>): Stock {
  const row = view.get(sku);
  if (!row) return view;
  const next = { ...row, ...to(row), changedAt: event.position };
  return view.set(sku, { ...next, low: next.low && next.available <= next.threshold });
}

function levels(row: StockRow, { data, answers }: EventOf<'InventoryUpdated'>): Partial<StockRow> {
  const { onHand, reserved, returned, available } = data;
  const arrived = answers !== undefined && row.onTheWay?.receipts?.includes(answers) === true;
  return { onHand, reserved, returned, available, onTheWay: arrived ? null : row.onTheWay };
}

function held(view: Stock, event: EventOf<'StockReserved' | 'StockReleased'>): Stock {
  const { orderId, items } = event.data;
  const isServed = event.type === 'StockReserved' && !event.data.change;
  // Whoever waited may have waited for more than it gets: its items can have been changed meanwhile.
  if (isServed && items.some(({ sku }) => view.get(sku)?.waiting.includes(orderId))) leaveQueues(view, event);
  for (const { sku, available } of items) {
    change(view, event, sku, (row) => ({ available, reserved: row.onHand - available }));
  }
  return view;
}

function queue(view: Stock, event: EventOf<'StockShort'>): Stock {
  const { orderId, items, change: forChange } = event.data;
  // A change that finds nothing is refused: it does not wait.
  if (forChange) return view;
  for (const { sku } of items) {
    change(view, event, sku, ({ waiting }) => (waiting.includes(orderId) ? {} : { waiting: [...waiting, orderId] }));
  }
  return view;
}

/** An order that waits for one variant and changes to another waits for that one, too, until it has all it wants. */
function queueForOthers(view: Stock, event: EventOf<'ItemsChanged'>): Stock {
  const { orderId, changes } = event.data;
  for (const { sku, newSku } of changes) {
    if (!view.get(sku)?.waiting.includes(orderId)) continue;
    change(view, event, newSku, ({ waiting }) => (waiting.includes(orderId) ? {} : { waiting: [...waiting, orderId] }));
  }
  return view;
}

/** The event need not name every sku. It is rare and a shop has few skus, so looking at each is cheaper than an index of the queues. */
function leaveQueues(view: Stock, event: EventOf<'OrderCancelled' | 'StockReserved'>): Stock {
  const { orderId } = event.data;
  for (const [sku, { waiting }] of view) {
    if (waiting.includes(orderId)) change(view, event, sku, () => ({ waiting: without(waiting, orderId) }));
  }
  return view;
}

function without(waiting: readonly OrderId[], orderId: OrderId): readonly OrderId[] {
  return waiting.includes(orderId) ? waiting.filter((one) => one !== orderId) : waiting;
}

/** InventoryUpdated does not say which reorder arrived; the receipt that it answers does. */
function expectAnswer(view: Stock, event: EventOf<'StockReceiptReported'>): Stock {
  const { sku, reorderId } = event.data;
  const onTheWay = view.get(sku)?.onTheWay;
  if (!onTheWay || onTheWay.reorderId !== reorderId) return view;
  const receipts = [...(onTheWay.receipts ?? []), event.id];
  return change(view, event, sku, () => ({ onTheWay: { ...onTheWay, receipts } }));
}
