import { actors, topics, type Actor, type Topic, type WorldEvent } from '../../contracts';
import { shapeOf, shapes, type Shape } from '../shared/kinds';

/** What to keep of the log; null keeps all. */
export interface Filter {
  readonly shape: Shape | null;
  readonly actor: Actor | null;
  readonly topic: Topic | null;
  /** The name of a message, such as `OrderPlaced`. */
  readonly type: string | null;
  /** What it is about, such as `order:o-1042`. */
  readonly tag: string | null;
  /** The event a story began with: all that came of it. */
  readonly story: string | null;
  /** Words that must all occur in what an event says, is called, or is about. */
  readonly text: string;
}

export const everything: Filter = {
  shape: null,
  actor: null,
  topic: null,
  type: null,
  tag: null,
  story: null,
  text: '',
};

/** How each part is written before its colon. */
const keys = { kind: 'shape', by: 'actor', topic: 'topic', type: 'type', tag: 'tag', story: 'story' } as const;

/** Reads a filter as it stands in an address or was typed: `by:support tag:order:o-1 mug`. What names no kind, actor or topic is a word. */
export function readFilter(written: string | null): Filter {
  const words: string[] = [];
  const filter: { -readonly [part in keyof Filter]: Filter[part] } = { ...everything };
  for (const token of (written ?? '').split(/\s+/).filter(Boolean)) {
    const [, key = '', value = ''] = /^([a-z]+):(.+)$/.exec(token) ?? [];
    if (key === 'kind' && isOf(shapes, value)) filter.shape = value;
    else if (key === 'by' && isOf(actors, value)) filter.actor = value;
    else if (key === 'topic' && isOf(topics, value)) filter.topic = value;
    else if (key === 'type' || key === 'tag' || key === 'story') filter[key] = value;
    else words.push(token);
  }
  return { ...filter, text: words.join(' ') };
}

/** Writes a filter so that `readFilter` reads the same; null when it keeps all. */
export function writeFilter(filter: Filter): string | null {
  const parts = Object.entries(keys).flatMap(([key, part]) => (filter[part] ? [`${key}:${filter[part]}`] : []));
  return [...parts, filter.text.trim()].filter(Boolean).join(' ') || null;
}

const readable = new WeakMap<WorldEvent, string>();

/** The events that fit every part of the filter, in their order. */
export function filterEvents(
  events: readonly WorldEvent[],
  filter: Filter,
  say: (event: WorldEvent) => string,
): readonly WorldEvent[] {
  const parts = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (writeFilter(filter) === null) return events;
  return events.filter(
    (event) =>
      (!filter.shape || shapeOf(event) === filter.shape) &&
      (!filter.actor || event.by === filter.actor) &&
      (!filter.topic || event.topic === filter.topic) &&
      (!filter.type || event.type === filter.type) &&
      (!filter.tag || event.tags.includes(filter.tag)) &&
      (!filter.story || event.correlationId === filter.story) &&
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

function isOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}
