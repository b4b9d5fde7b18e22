import type { EventId, EventType, WorldEvent } from '../contracts';

/** What a reader can look for. Exactly one index entry answers each. */
export type Lookup =
  | { readonly tag: string }
  | { readonly type: EventType }
  | { readonly type: EventType; readonly tag: string }
  | { readonly correlation: EventId }
  | { readonly id: EventId };

/** The index entry of a lookup in one world. World ids hold no `|`, so no world can reach into another. */
export function keyOf(world: string, lookup: Lookup): string {
  if ('id' in lookup) return `${world}|id:${lookup.id}`;
  if ('correlation' in lookup) return `${world}|corr:${lookup.correlation}`;
  if ('type' in lookup) return 'tag' in lookup ? `${world}|${lookup.type}@${lookup.tag}` : `${world}|${lookup.type}`;
  return `${world}|#${lookup.tag}`;
}

/** True when the event itself, not just its commit, is what was looked for. */
export function matches(event: WorldEvent, lookup: Lookup): boolean {
  if ('id' in lookup) return event.id === lookup.id;
  if ('correlation' in lookup) return event.correlationId === lookup.correlation;
  if ('type' in lookup && event.type !== lookup.type) return false;
  return !('tag' in lookup) || event.tags.includes(lookup.tag);
}

/** The index entries of a commit's ids: in an index of their own, because each can be there only once. */
export function idsOf(world: string, events: readonly WorldEvent[]): string[] {
  return events.map(({ id }) => keyOf(world, { id }));
}

/** True for the index entry of an id. */
export function isIdKey(world: string, key: string): boolean {
  return key.startsWith(`${world}|id:`);
}

/** All other index entries of a commit, each once. Type and tag together only for facts: only they can make something stale. */
export function keysOf(world: string, events: readonly WorldEvent[]): string[] {
  const keys = new Set<string>();
  for (const event of events) {
    keys.add(keyOf(world, { correlation: event.correlationId }));
    keys.add(keyOf(world, { type: event.type }));
    for (const tag of event.tags) {
      keys.add(keyOf(world, { tag }));
      if (event.kind === 'fact') keys.add(keyOf(world, { type: event.type, tag }));
    }
  }
  return [...keys];
}
