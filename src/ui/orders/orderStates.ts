import type { EventType, WorldEvent } from '../../contracts';
import type { OrderStatus } from '../../projections';

/** A state of an order, where it stands in the drawing (along, across), and the fact that leads into it. */
export interface StatePlan {
  readonly along: number;
  readonly across: number;
  readonly fact: EventType;
  /** The states that can come next. */
  readonly next: readonly OrderStatus[];
}

/** The life of an order, as the Order State service lets it go. */
export const orderStates: Readonly<Record<OrderStatus, StatePlan>> = {
  placed: { along: 0, across: 1, fact: 'OrderPlaced', next: ['confirmed', 'backordered', 'cancelled'] },
  backordered: { along: 1, across: 0, fact: 'OrderBackordered', next: ['confirmed', 'cancelled'] },
  confirmed: { along: 1, across: 1, fact: 'OrderConfirmed', next: ['shipped', 'cancelled'] },
  cancelled: { along: 1, across: 2, fact: 'OrderCancelled', next: [] },
  shipped: { along: 2, across: 1, fact: 'OrderShipped', next: ['delivered'] },
  delivered: { along: 3, across: 1, fact: 'OrderDelivered', next: [] },
};

export const statuses = Object.keys(orderStates) as readonly OrderStatus[];

/** The event by which an order came into each state it has been in; the last one, if it was there more than once. */
export function reachedBy(history: readonly WorldEvent[]): ReadonlyMap<OrderStatus, WorldEvent> {
  const found = new Map<OrderStatus, WorldEvent>();
  for (const event of history) {
    for (const status of statuses) if (orderStates[status].fact === event.type) found.set(status, event);
    if (event.type === 'OrderTakenOver') found.set(event.data.status, event);
  }
  return found;
}

/** What can happen to an order without another state: each fact, and what it is called in the drawing. */
const asideWords: Partial<Record<EventType, string>> = {
  PaymentMethodChanged: 'paid otherwise',
  ItemsChanged: 'items changed',
  ReturnAccepted: 'return accepted',
  ExchangeAccepted: 'exchange accepted',
  ReplacementShipped: 'replacement on its way',
  ReplacementDelivered: 'replacement arrived',
  RefundProcessed: 'refunded',
};

/** What happened to an order beside its states, in order: a return or an exchange leaves it delivered. */
export function asidesOf(
  history: readonly WorldEvent[],
): readonly { readonly words: string; readonly event: WorldEvent }[] {
  return history.flatMap((event) => {
    const words = asideWords[event.type];
    return words ? [{ words, event }] : [];
  });
}
