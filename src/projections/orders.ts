import type { CustomerId, EventId, EventOf, OrderId, Sku, WorldEvent } from '../contracts';
import type { Projection } from './Projection';

export type OrderStatus = 'placed' | 'confirmed' | 'backordered' | 'shipped' | 'delivered' | 'cancelled';

/** One line of an order: units of a sku at one price, and what was refunded of them. */
export interface OrderLine {
  readonly sku: Sku;
  readonly qty: number;
  readonly unitCents: number;
  readonly refundedQty: number;
  readonly refundedCents: number;
  /** Refunded units that have come back. */
  readonly returnedQty: number;
}

/** An order as anybody may read it. `paidBackCents` is all money that went back, by refund or cancellation. */
export interface OrderRow {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly status: OrderStatus;
  readonly lines: readonly OrderLine[];
  readonly totalCents: number;
  readonly paidCents: number;
  readonly paidBackCents: number;
  readonly refund: 'none' | 'part' | 'whole';
  readonly placedAt: number;
  readonly deliveredAt: number | null;
  readonly lastEvent: EventId;
  readonly changedAt: number;
}

/** Every order by its id, oldest first. */
export type Orders = Map<OrderId, OrderRow>;

/** Folds what the Order State service says of each order, and what comes back of it. */
export const orders: Projection<Orders> = {
  name: 'orders',
  version: 1,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'OrderPlaced':
        return place(view, event);
      case 'PaymentRecorded':
        return change(view, event, event.data.orderId, () => ({ paidCents: event.data.paidCents }));
      case 'OrderConfirmed':
        return change(view, event, event.data.orderId, () => ({ status: 'confirmed' }));
      case 'OrderBackordered':
        return change(view, event, event.data.orderId, () => ({ status: 'backordered' }));
      case 'OrderShipped':
        return change(view, event, event.data.orderId, () => ({ status: 'shipped' }));
      case 'OrderDelivered':
        return change(view, event, event.data.orderId, () => ({ status: 'delivered', deliveredAt: event.at }));
      case 'OrderCancelled':
        return change(view, event, event.data.orderId, (row) => ({
          status: 'cancelled',
          paidBackCents: row.paidBackCents + event.data.paidBackCents,
        }));
      case 'RefundProcessed':
        return change(view, event, event.data.orderId, (row) => refunded(row, event));
      case 'InventoryUpdated':
        return event.data.because === 'returned' && event.data.orderId !== null
          ? change(view, event, event.data.orderId, (row) => ({ lines: returned(row.lines, event) }))
          : view;
      default:
        return view;
    }
  },
};

function place(view: Orders, event: EventOf<'OrderPlaced'>): Orders {
  const { orderId, customerId, items } = event.data;
  if (view.has(orderId)) return view;
  return view.set(orderId, {
    orderId,
    customerId,
    status: 'placed',
    lines: items.map((item) => ({ ...item, refundedQty: 0, refundedCents: 0, returnedQty: 0 })),
    totalCents: items.reduce((sum, item) => sum + item.qty * item.unitCents, 0),
    paidCents: 0,
    paidBackCents: 0,
    refund: 'none',
    placedAt: event.at,
    deliveredAt: null,
    lastEvent: event.id,
    changedAt: event.position,
  });
}

function change(view: Orders, event: WorldEvent, orderId: OrderId, to: (row: OrderRow) => Partial<OrderRow>): Orders {
  const row = view.get(orderId);
  if (!row) return view;
  return view.set(orderId, { ...row, ...to(row), lastEvent: event.id, changedAt: event.position });
}

function refunded(row: OrderRow, { data }: EventOf<'RefundProcessed'>): Partial<OrderRow> {
  const lines = row.lines.map((line) =>
    line.sku === data.sku
      ? { ...line, refundedQty: line.refundedQty + data.qty, refundedCents: line.refundedCents + data.cents }
      : line,
  );
  return { lines, refund: refundOf(lines), paidBackCents: data.refundedCents };
}

function refundOf(lines: readonly OrderLine[]): OrderRow['refund'] {
  if (lines.every((line) => line.refundedQty === 0)) return 'none';
  return lines.every((line) => line.refundedQty >= line.qty) ? 'whole' : 'part';
}

function returned(lines: readonly OrderLine[], { data }: EventOf<'InventoryUpdated'>): readonly OrderLine[] {
  return lines.map((line) => (line.sku === data.sku ? { ...line, returnedQty: line.returnedQty + data.qty } : line));
}
