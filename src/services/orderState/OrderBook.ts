import type { CustomerId, DataOf, OrderId, Sku } from '../../contracts';
import type { OrderStatus } from '../orderStatus';

/** Units of one sku in an order, at the price of the day they were ordered. */
export interface OrderLine {
  readonly qty: number;
  readonly unitCents: number;
  readonly refundedQty: number;
}

/** One order, as the Order State service keeps it. */
export interface Order {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  readonly status: OrderStatus;
  readonly lines: ReadonlyMap<Sku, OrderLine>;
  readonly totalCents: number;
  readonly paidCents: number;
  /** All money that went back, by refund or cancellation. */
  readonly paidBackCents: number;
  readonly deliveredAt: number | null;
}

/** What a sku costs; `saleCents` while a sale runs. */
export interface Price {
  readonly priceCents: number;
  readonly saleCents: number | null;
}

/** All that the Order State service must know to decide: every order, and today's prices. */
export interface OrderBook {
  readonly orders: Map<OrderId, Order>;
  readonly prices: Map<Sku, Price>;
}

/** An empty book. */
export function openOrderBook(): OrderBook {
  return { orders: new Map(), prices: new Map() };
}

/** A customer's own order. Somebody else's is as unknown as one that does not exist. */
export function orderOf(book: OrderBook, orderId: OrderId, customerId: CustomerId): Order | undefined {
  const order = book.orders.get(orderId);
  return order?.customerId === customerId ? order : undefined;
}

/** An order on the day it is placed. */
export function newOrder({ orderId, customerId, items }: DataOf<'OrderPlaced'>): Order {
  return {
    orderId,
    customerId,
    status: 'placed',
    lines: new Map(items.map(({ sku, qty, unitCents }) => [sku, { qty, unitCents, refundedQty: 0 }])),
    totalCents: items.reduce((sum, item) => sum + item.qty * item.unitCents, 0),
    paidCents: 0,
    paidBackCents: 0,
    deliveredAt: null,
  };
}

/** True when the parcel has left the house. */
export function hasLeft({ status }: Order): boolean {
  return status === 'shipped' || status === 'delivered';
}
