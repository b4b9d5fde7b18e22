import type { CustomerId, EventId, OrderId, Sku } from '../contracts';

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
