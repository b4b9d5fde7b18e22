import {
  defaultPolicies,
  type CustomerId,
  type DataOf,
  type EventId,
  type MethodId,
  type OrderId,
} from '../../contracts';
import type { PaymentMethod, Policies, ProductId, Sku, WantedItem } from '../../contracts';
import { defaultCurrency, type Currency } from '../../kernel';
import type { Availability } from '../availability';
import type { OrderStatus } from '../orderStatus';
import type { Asked, Parked } from './Asked';

/** Units of one sku in an order, at the price they were bought at. */
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
  /** What the customer has or is to get: changes and exchanges are made in it. */
  readonly lines: ReadonlyMap<Sku, OrderLine>;
  readonly totalCents: number;
  /** All that was paid for the order; moving it to another method is not paying. */
  readonly paidCents: number;
  /** All that went back for the order, by refund, cancellation or difference. */
  readonly paidBackCents: number;
  /** The part of it that went back for units or the whole order: it does not make the customer owe anything again. */
  readonly refundedCents: number;
  /** What each method paid, less what it got back; the bank is null. Oldest payer first. Their sum is paid less paid back. */
  readonly paidBy: ReadonlyMap<MethodId | null, number>;
  readonly deliveredAt: number | null;
  readonly itemsChanged: boolean;
  readonly exchange: Exchange;
  /** The change or exchange that waits for its stock. */
  readonly pendingChange: EventId | null;
}

/** Where the last exchange of an order stands, and what is to be sent for it. */
export interface Exchange {
  readonly status: 'none' | 'accepted' | 'sent' | 'arrived';
  readonly items: readonly WantedItem[];
}

/** What a sku costs, and of which product it is a variant; `saleCents` while a sale runs. */
export interface Price {
  readonly priceCents: number;
  readonly saleCents: number | null;
  /** The product; a sku that names none is a product of its own. */
  readonly product: ProductId | Sku;
}

/** Something a customer pays with. Gift cards have a balance, the others have none. */
export interface Method {
  readonly customerId: CustomerId;
  readonly kind: PaymentMethod['kind'];
  readonly balanceCents: number;
}

/** All that the Order State service must know to decide. Every question it asks is a look-up, whatever the number of orders. */
export interface OrderBook {
  readonly orders: Map<OrderId, Order>;
  readonly prices: Map<Sku, Price>;
  readonly available: Availability;
  readonly methods: Map<MethodId, Method>;
  /** When each customer got money back for something, by request; oldest first. */
  readonly refundedAt: Map<CustomerId, readonly number[]>;
  /** Proposals about an order that have no answer yet. */
  readonly asked: Map<EventId, Asked>;
  /** Those of them that wait for somebody else. */
  readonly parked: Map<EventId, Parked>;
  /** Which of the parked a fact makes void, by `type@tag`. */
  readonly watched: Map<string, Set<EventId>>;
  /** Everything that the shopkeeper was asked about and that is settled. */
  readonly settled: Set<EventId>;
  policies: Policies;
  currency: Currency;
  /** The position of the last event it has seen. */
  head: number;
}

/** An empty book. */
export function openOrderBook(): OrderBook {
  return {
    orders: new Map(),
    prices: new Map(),
    available: new Map(),
    methods: new Map(),
    refundedAt: new Map(),
    asked: new Map(),
    parked: new Map(),
    watched: new Map(),
    settled: new Set(),
    policies: defaultPolicies,
    currency: defaultCurrency,
    head: 0,
  };
}

/** A customer's own order. Somebody else's is as unknown as one that does not exist. */
export function orderOf(book: OrderBook, orderId: OrderId, customerId: CustomerId): Order | undefined {
  const order = book.orders.get(orderId);
  return order?.customerId === customerId ? order : undefined;
}

/** An order on the day it is placed. */
export function newOrder({
  orderId,
  customerId,
  items,
}: Pick<DataOf<'OrderPlaced'>, 'orderId' | 'customerId' | 'items'>): Order {
  const lines = new Map(items.map(({ sku, qty, unitCents }) => [sku, { qty, unitCents, refundedQty: 0 }]));
  return {
    orderId,
    customerId,
    status: 'placed',
    lines,
    totalCents: totalOf(lines),
    paidCents: 0,
    paidBackCents: 0,
    refundedCents: 0,
    paidBy: new Map(),
    deliveredAt: null,
    itemsChanged: false,
    exchange: { status: 'none', items: [] },
    pendingChange: null,
  };
}

/** What these lines cost together. */
export function totalOf(lines: Order['lines']): number {
  return [...lines.values()].reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
}

/** True when the parcel has left the house. */
export function hasLeft({ status }: Order): boolean {
  return status === 'shipped' || status === 'delivered';
}
