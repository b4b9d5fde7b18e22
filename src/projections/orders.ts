import { moneyMoves, type CustomerId, type EventId, type EventOf, type MoneyPart, type OrderId } from '../contracts';
import type { Ref, Sku, VariantChanged, WorldEvent } from '../contracts';
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
  /** What each method paid, less what it got back; null is the bank. Payers that got all of it back stay, with 0. */
  readonly paidBy: readonly MoneyPart[];
  /** Where it goes when that is not the customer's own address; the words lie in the side store. */
  readonly address: Ref | null;
  readonly itemsChanged: boolean;
  readonly exchange: 'none' | 'accepted' | 'sent' | 'arrived';
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
  version: 2,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'OrderPlaced':
        return place(view, event);
      case 'OrderTakenOver':
        return takeOver(view, event);
      case 'PaymentRecorded':
        return change(view, event, event.data.orderId, () => ({ paidCents: event.data.paidCents }));
      case 'AddressChanged':
        return change(view, event, event.data.orderId, () => ({ address: event.data.address }));
      case 'PaymentMethodChanged':
        return change(view, event, event.data.orderId, () => ({}));
      case 'ItemsChanged':
        return change(view, event, event.data.orderId, (row) => ({ ...withVariants(row, event), itemsChanged: true }));
      case 'ExchangeAccepted':
        return change(view, event, event.data.orderId, (row) => ({
          ...withVariants(row, event),
          exchange: 'accepted',
        }));
      case 'ReplacementShipped':
        return change(view, event, event.data.orderId, () => ({ exchange: 'sent' }));
      case 'ReplacementDelivered':
        return change(view, event, event.data.orderId, () => ({ exchange: 'arrived' }));
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
        return (event.data.because === 'returned' || event.data.because === 'damaged') && event.data.orderId !== null
          ? change(view, event, event.data.orderId, (row) => ({ lines: returned(row.lines, event) }))
          : view;
      default:
        return view;
    }
  },
};

function place(view: Orders, event: EventOf<'OrderPlaced'>): Orders {
  return view.has(event.data.orderId) ? view : view.set(event.data.orderId, newRow(event));
}

function takeOver(view: Orders, event: EventOf<'OrderTakenOver'>): Orders {
  const { orderId, status, deliveredAt, placedAt, moves } = event.data;
  if (view.has(orderId)) return view;
  const sum = (kind: string) => moves.reduce((all, move) => all + (move.kind === kind ? move.cents : 0), 0);
  const money = { paidCents: sum('charge'), paidBackCents: sum('refund'), paidBy: paidByAfter([], event) };
  return view.set(orderId, { ...newRow(event), status, deliveredAt, placedAt, ...money });
}

function newRow(event: EventOf<'OrderPlaced' | 'OrderTakenOver'>): OrderRow {
  const { orderId, customerId, items, address } = event.data;
  return {
    orderId,
    customerId,
    status: 'placed',
    lines: items.map((item) => ({ ...item, refundedQty: 0, refundedCents: 0, returnedQty: 0 })),
    totalCents: items.reduce((sum, item) => sum + item.qty * item.unitCents, 0),
    paidCents: 0,
    paidBackCents: 0,
    paidBy: [],
    address: address ?? null,
    itemsChanged: false,
    exchange: 'none',
    refund: 'none',
    placedAt: event.at,
    deliveredAt: null,
    lastEvent: event.id,
    changedAt: event.position,
  };
}

function change(view: Orders, event: WorldEvent, orderId: OrderId, to: (row: OrderRow) => Partial<OrderRow>): Orders {
  const row = view.get(orderId);
  if (!row) return view;
  const paidBy = paidByAfter(row.paidBy, event);
  return view.set(orderId, { ...row, ...to(row), paidBy, lastEvent: event.id, changedAt: event.position });
}

function paidByAfter(paidBy: OrderRow['paidBy'], event: WorldEvent): OrderRow['paidBy'] {
  return moneyMoves(event).reduce((parts, { methodId, kind, cents }) => {
    const more = kind === 'charge' ? cents : -cents;
    if (!parts.some((part) => part.methodId === methodId)) return [...parts, { methodId, cents: more }];
    return parts.map((part) => (part.methodId === methodId ? { ...part, cents: part.cents + more } : part));
  }, paidBy);
}

/** The lines as the customer has them or is to have them: what was given away is gone, what came has its own price. */
function withVariants(row: OrderRow, { data }: EventOf<'ItemsChanged' | 'ExchangeAccepted'>): Partial<OrderRow> {
  const { changes, totalCents, difference } = data;
  const lines = changes.reduce(swapped, row.lines);
  return {
    lines,
    totalCents,
    refund: refundOf(lines),
    paidCents: row.paidCents + (difference?.kind === 'charge' ? difference.cents : 0),
    paidBackCents: row.paidBackCents + (difference?.kind === 'refund' ? difference.cents : 0),
  };
}

function swapped(lines: readonly OrderLine[], { sku, qty, newSku, unitCents }: VariantChanged): readonly OrderLine[] {
  if (sku === newSku) return lines;
  const left = lines
    .map((line) => (line.sku === sku ? { ...line, qty: line.qty - qty } : line))
    .filter((line) => line.qty > 0);
  if (left.some((line) => line.sku === newSku)) {
    return left.map((line) => (line.sku === newSku ? { ...line, qty: line.qty + qty } : line));
  }
  return [...left, { sku: newSku, qty, unitCents, refundedQty: 0, refundedCents: 0, returnedQty: 0 }];
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
