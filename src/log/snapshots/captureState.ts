/** A large Map or Set of a state: its entries as they were, in order. What lies in them is never edited, so this is enough to keep them. */
export interface Collection {
  readonly kind: 'map' | 'set';
  /** Where in the state it is. */
  readonly path: string;
  /** Keys and values in turn for a map, values for a set. */
  readonly items: readonly unknown[];
}

/** A state as it was at one moment, while the world goes on. */
export interface Capture {
  /** JSON, with `{ "$": "chunks", "of": n, "as": kind }` where the nth collection was. */
  readonly outline: unknown;
  readonly collections: readonly Collection[];
}

/** Collections with more entries than this are stored in chunks, smaller ones as part of the outline. */
const largeFrom = 128;

/** Takes down a state in one go, quickly: large collections by reference, the little that is left by value. */
export function captureState(state: unknown): Capture {
  const collections: Collection[] = [];

  function capture(value: unknown, path: string): unknown {
    if (value instanceof Map || value instanceof Set) {
      if (value.size <= largeFrom) return plainOf(value);
      const kind = value instanceof Map ? 'map' : 'set';
      collections.push({ kind, path, items: itemsOf(value) });
      return { $: 'chunks', of: collections.length - 1, as: kind };
    }
    if (Array.isArray(value)) return value.map((inner, index) => capture(inner, `${path}/${index}`));
    if (typeof value !== 'object' || value === null || '$' in value) return plainOf(value);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, capture(inner, `${path}/${key}`)]));
  }

  return { outline: capture(state, ''), collections };
}

function itemsOf(collection: Map<unknown, unknown> | Set<unknown>): unknown[] {
  if (collection instanceof Set) return [...collection];
  const items: unknown[] = [];
  for (const [key, value] of collection) items.push(key, value);
  return items;
}

/**
 * A value as JSON can hold it: Maps, Sets and numbers without a JSON form become objects with a `$`, and so do objects that have one.
 * `valueOf` reads it back.
 */
export function plainOf(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', of: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return { $: 'map', of: itemsOf(value).map(plainOf) };
  if (value instanceof Set) return { $: 'set', of: itemsOf(value).map(plainOf) };
  if (Array.isArray(value)) return value.map(plainOf);
  const fields = Object.entries(value).map(([key, inner]) => [key, plainOf(inner)] as const);
  return '$' in value ? { $: 'object', of: fields } : Object.fromEntries(fields);
}

/** The value that `plainOf` made this of. `chunks` gives the entries of a large collection by what stands in its place. */
export function valueOf(plain: unknown, chunks: (place: object) => readonly unknown[]): unknown {
  if (typeof plain !== 'object' || plain === null) return plain;
  const inner = (one: unknown) => valueOf(one, chunks);
  if (Array.isArray(plain)) return plain.map(inner);
  const { $: kind, of } = plain as { $?: unknown; of?: unknown };
  switch (kind) {
    case undefined:
      return Object.fromEntries(Object.entries(plain).map(([key, one]) => [key, inner(one)]));
    case 'number':
      return Number(of);
    case 'map':
      return mapOf((of as unknown[]).map(inner));
    case 'set':
      return new Set((of as unknown[]).map(inner));
    case 'object':
      return Object.fromEntries((of as [string, unknown][]).map(([key, one]) => [key, inner(one)]));
    case 'chunks': {
      const items = chunks(plain);
      return (plain as { as?: unknown }).as === 'map' ? mapOf(items) : new Set(items);
    }
    default:
      throw new TypeError(`There is no "${String(kind)}" in a snapshot.`);
  }
}

function mapOf(items: readonly unknown[]): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (let at = 0; at < items.length; at += 2) map.set(items[at], items[at + 1]);
  return map;
}
