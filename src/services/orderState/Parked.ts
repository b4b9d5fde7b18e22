import { contractOf, type EventId, type WorldEvent } from '../../contracts';
import type { Asked, Parked } from './Asked';
import type { OrderBook } from './OrderBook';

/** Parks a proposal, or parks it anew for something else, and watches what would make it void. */
export function park(book: OrderBook, id: EventId, parked: Omit<Parked, 'moved'>): void {
  const moved = book.parked.get(id)?.moved ?? [];
  book.parked.set(id, { ...parked, moved });
  for (const key of keysOf(book.asked.get(id))) {
    const watchers = book.watched.get(key);
    if (watchers) watchers.add(id);
    else book.watched.set(key, new Set([id]));
  }
}

/** The proposal has its answer: nothing is watched for it any more. */
export function close(book: OrderBook, id: EventId): void {
  for (const key of keysOf(book.asked.get(id))) {
    const watchers = book.watched.get(key);
    watchers?.delete(id);
    if (watchers?.size === 0) book.watched.delete(key);
  }
  if (book.parked.get(id)?.payload) book.settled.add(id);
  book.parked.delete(id);
  book.asked.delete(id);
}

/** Notes a fact with everything that it makes void. */
export function noteMoved(book: OrderBook, event: WorldEvent): void {
  for (const id of watchersOf(book, event)) {
    const parked = book.parked.get(id);
    if (parked) book.parked.set(id, { ...parked, moved: [...parked.moved, event.position].slice(0, 100) });
  }
}

/** The parked proposals that this fact makes void. */
export function watchersOf(book: OrderBook, event: WorldEvent): readonly EventId[] {
  if (book.watched.size === 0) return [];
  return [...new Set(event.tags.flatMap((tag) => [...(book.watched.get(`${event.type}@${tag}`) ?? [])]))];
}

function keysOf(asked: Asked | undefined): readonly string[] {
  if (!asked) return [];
  return (contractOf(asked.type).staleIf?.(asked.data) ?? []).map(({ type, tag }) => `${type}@${tag}`);
}
