import { sayEvent, type EventId, type WorldEvent } from '../../contracts';
import type { Currency } from '../../kernel';
import { sentence } from './format';

/** What turns ids into what a person knows them by. */
export interface Known {
  readonly names: Readonly<Record<string, string>>;
  readonly currency?: Currency;
  positionOf(id: EventId): number | undefined;
}

/** Where the events of a stretch of the log stand, by their ids. */
export function positionsOf(events: readonly WorldEvent[]): ReadonlyMap<EventId, number> {
  return new Map(events.map((event) => [event.id, event.position]));
}

/** An event as a sentence for people: customers by name, earlier events by their position, as far as they are known. */
export function tell(event: WorldEvent, known: Known): string {
  let words = sayEvent(event, known.currency);
  for (const tag of event.tags) {
    const id = tag.startsWith('customer:') ? tag.slice('customer:'.length) : '';
    if (Object.hasOwn(known.names, id)) words = swap(words, id, known.names[id] ?? id);
  }
  if ('trigger' in event.data && event.data.trigger) {
    const position = known.positionOf(event.data.trigger);
    if (position !== undefined) words = swap(words, event.data.trigger, String(position));
  }
  return sentence(words);
}

/** Swaps an id that stands as a word of its own; `c-1` is no part of `c-12`. */
function swap(words: string, id: string, by: string): string {
  return words
    .split(/(?<![\w.-])([A-Za-z0-9][\w.-]*)/)
    .map((word) => (word === id ? by : word))
    .join('');
}
