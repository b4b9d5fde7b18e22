import type { Claim, EventType } from '../contracts';

/** Where an order stands. */
export type OrderStatus = Extract<Claim, { says: 'order-status' }>['status'];

/** The status that each of these facts leaves an order in. */
export const statusAfter = {
  OrderPlaced: 'placed',
  OrderConfirmed: 'confirmed',
  OrderBackordered: 'backordered',
  OrderShipped: 'shipped',
  OrderDelivered: 'delivered',
  OrderCancelled: 'cancelled',
} as const satisfies Partial<Record<EventType, OrderStatus>>;

/** The facts that change an order's status. */
export type StatusFact = keyof typeof statusAfter;
/** Their names, for looking them up. */
export const statusFacts = Object.keys(statusAfter) as StatusFact[];
