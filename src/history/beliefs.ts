/** A field's value; undefined where there is no such field. */
type Value = string | number | boolean | null | undefined;

/** One field of what somebody was shown: as it was shown, as it was at the position they looked at, and as it is now. */
export interface BeliefField {
  /** Where in what was shown, such as `lines.0.refundedQty`; empty for what has no fields. */
  readonly path: string;
  readonly shown: Value;
  readonly atBasis: Value;
  readonly now: Value;
}

/** How far what was shown is still so. `missed` was not so even at the basis; `moved` was, and is no longer. */
export type Freshness = 'fresh' | 'moved' | 'missed';

// Says where in the log a row stands, which nobody believes anything about.
const places = new Set(['changedAt', 'lastEvent']);

/** Holds three states of the same thing against each other, field by field, in the order in which they were shown. */
export function compareFields(shown: unknown, atBasis: unknown, now: unknown): readonly BeliefField[] {
  const [a, b, c] = [fieldsOf(shown), fieldsOf(atBasis), fieldsOf(now)];
  const paths = new Set([...a.keys(), ...b.keys(), ...c.keys()]);
  return [...paths].map((path) => ({ path, shown: a.get(path), atBasis: b.get(path), now: c.get(path) }));
}

/** How far all these fields are still as they were shown. */
export function freshnessOf(fields: readonly BeliefField[]): Freshness {
  if (fields.some(({ shown, atBasis }) => shown !== atBasis)) return 'missed';
  return fields.some(({ atBasis, now }) => atBasis !== now) ? 'moved' : 'fresh';
}

function fieldsOf(value: unknown, path = '', into = new Map<string, Value>()): Map<string, Value> {
  if (typeof value !== 'object' || value === null) return into.set(path, value as Value);
  const entries = Object.entries(value).filter(([name]) => !places.has(name));
  if (entries.length === 0) into.set(path, Array.isArray(value) ? 'none' : 'nothing');
  for (const [name, inner] of entries) fieldsOf(inner, path === '' ? name : `${path}.${name}`, into);
  return into;
}
