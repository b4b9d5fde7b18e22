import type { EventId, EventOf, Sku, WantedItem } from '../../contracts';
import type { FactDraft } from '../Service';
import { availableOf, type Held, type Stockroom } from './Stockroom';

/**
 * A new order gets all of its items or none of them. Whoever shares a sku with somebody ahead in the line goes behind them, also when
 * there would be enough for the smaller order: otherwise a large one could wait for ever.
 */
export function reserveOrder(
  room: Stockroom,
  { data: { orderId } }: EventOf<'OrderPlaced' | 'OrderTakenOver'>,
): readonly FactDraft[] {
  // Not what the event says: the order may have been changed before its turn came.
  const items = room.orders.get(orderId);
  if (!items || room.cancelled.has(orderId) || room.held.has(orderId) || room.line.has(orderId)) return [];
  return [reserveOrMiss(room, { orderId, items })];
}

/** An order of another system needs stock here only when it has not been sent. */
export function reserveTakenOver(room: Stockroom, event: EventOf<'OrderTakenOver'>): readonly FactDraft[] {
  return event.data.status === 'placed' ? reserveOrder(room, event) : [];
}

/** The new units of a change or exchange are set aside before it is decided, all of them or none; nobody who waits is overtaken. */
export function reserveVariants(
  room: Stockroom,
  { data: { orderId, change, items } }: EventOf<'VariantsWanted'>,
): readonly FactDraft[] {
  return [reserveOrMiss(room, { orderId, items }, change)];
}

function reserveOrMiss(room: Stockroom, { orderId, items }: Held, change?: EventId): FactDraft {
  const shelf = shelfOf(room);
  for (const ahead of room.line.values()) shelf.keepFor(ahead);
  const missing = items.filter((item) => !shelf.has(item));
  if (missing.length === 0) return reserved({ orderId, items }, shelf, change);
  const short = missing.map(({ sku, qty }) => ({ sku, qty, available: shelf.available(sku) }));
  return { type: 'StockShort', data: { orderId, items: short, ...(change && { change }) } };
}

/** Something is free: whoever can be served is served, first come first. */
export function serveLine(room: Stockroom): readonly FactDraft[] {
  const shelf = shelfOf(room);
  return [...room.line].flatMap(([orderId, items]) => {
    if (items.every(shelf.has)) return [reserved({ orderId, items }, shelf)];
    shelf.keepFor(items);
    return [];
  });
}

/** What is free while a decision is being made. */
interface Shelf {
  readonly available: (sku: Sku) => number;
  readonly has: (item: WantedItem) => boolean;
  readonly take: (item: WantedItem) => void;
  /** Nobody who comes later gets any of these. */
  readonly keepFor: (items: readonly WantedItem[]) => void;
}

function shelfOf(room: Stockroom): Shelf {
  const taken = new Map<Sku, number>();
  const kept = new Set<Sku>();
  const available = (sku: Sku): number => {
    const level = room.levels.get(sku);
    return (level ? availableOf(level) : 0) - (taken.get(sku) ?? 0);
  };
  return {
    available,
    has: ({ sku, qty }) => !kept.has(sku) && qty <= available(sku),
    take: ({ sku, qty }) => void taken.set(sku, (taken.get(sku) ?? 0) + qty),
    keepFor: (items) => items.forEach(({ sku }) => kept.add(sku)),
  };
}

function reserved({ orderId, items }: Held, shelf: Shelf, change?: EventId): FactDraft {
  items.forEach(shelf.take);
  const after = items.map(({ sku, qty }) => ({ sku, qty, available: shelf.available(sku) }));
  return { type: 'StockReserved', data: { orderId, items: after, ...(change && { change }) } };
}
