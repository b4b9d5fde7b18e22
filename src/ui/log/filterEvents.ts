import type { Actor, Topic, WorldEvent } from '../../contracts';
import { shapeOf, type Shape } from '../shared/kinds';

/** What to keep of the log; null keeps all. */
export interface Filter {
  readonly shape: Shape | null;
  readonly actor: Actor | null;
  readonly topic: Topic | null;
  /** Words that must all occur in what an event says, is called, or is about. */
  readonly text: string;
}

export const everything: Filter = { shape: null, actor: null, topic: null, text: '' };

const readable = new WeakMap<WorldEvent, string>();

/** The events that fit every part of the filter, in their order. */
export function filterEvents(
  events: readonly WorldEvent[],
  filter: Filter,
  say: (event: WorldEvent) => string,
): readonly WorldEvent[] {
  const parts = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!filter.shape && !filter.actor && !filter.topic && parts.length === 0) return events;
  return events.filter(
    (event) =>
      (!filter.shape || shapeOf(event) === filter.shape) &&
      (!filter.actor || event.by === filter.actor) &&
      (!filter.topic || event.topic === filter.topic) &&
      parts.every((part) => wordsOf(event, say).includes(part)),
  );
}

function wordsOf(event: WorldEvent, say: (event: WorldEvent) => string): string {
  const known = readable.get(event);
  if (known !== undefined) return known;
  const words = [event.position, event.type, say(event), ...event.tags, event.id].join(' ').toLowerCase();
  readable.set(event, words);
  return words;
}
