/** What became of a table (a Map, or a record) since it was last told: rows that are new or other ones, and keys that are gone. */
export interface TableChange {
  readonly set: readonly (readonly [string, unknown])[];
  readonly gone: readonly string[];
}

/** What became of a value: nothing, another value, or changes of what it is made of. */
export type Change =
  | null
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'map'; readonly table: TableChange }
  | { readonly is: 'fields'; readonly fields: Readonly<Record<string, Change>> };

/**
 * Tells what changed in a value since it was last asked. Rows are compared by identity: they are replaced, never edited. Objects are looked into
 * as deep as is said here; whatever lies deeper is a row.
 */
export function tellChanges(depth: number): (now: unknown) => Change {
  let before: unknown;
  const rows = new Map<string, unknown>();
  const inner = new Map<string, (now: unknown) => Change>();

  return (now) => {
    if (now instanceof Map) {
      const isFirst = !(before instanceof Map);
      before = now;
      const table = tableChange(rows, now as Map<string, unknown>);
      return isFirst || table.set.length + table.gone.length > 0 ? { is: 'map', table } : null;
    }
    if (depth > 0 && typeof now === 'object' && now !== null && !Array.isArray(now)) {
      const told = Object.entries(now).map(([key, value]) => {
        const tell = inner.get(key) ?? tellChanges(depth - 1);
        inner.set(key, tell);
        return [key, tell(value)] as const;
      });
      const changed = told.filter(([, change]) => change !== null);
      return changed.length > 0 ? { is: 'fields', fields: Object.fromEntries(changed) } : null;
    }
    if (Object.is(before, now)) return null;
    before = now;
    return { is: 'value', value: now };
  };
}

/** Tells what changed in a record of rows since it was last asked. */
export function tellRows(): (now: Readonly<Record<string, unknown>>) => TableChange {
  const rows = new Map<string, unknown>();
  return (now) => tableChange(rows, new Map(Object.entries(now)));
}

/** Compares with what was told before, and remembers what is told now. */
function tableChange(told: Map<string, unknown>, now: ReadonlyMap<string, unknown>): TableChange {
  const set: [string, unknown][] = [];
  for (const [key, row] of now) {
    if (told.has(key) && told.get(key) === row) continue;
    set.push([key, row]);
    told.set(key, row);
  }
  const gone = told.size > now.size ? [...told.keys()].filter((key) => !now.has(key)) : [];
  for (const key of gone) told.delete(key);
  return { set, gone };
}

/** The value with these changes. What has not changed stays the very same; what has is new, so that a screen can tell. */
export function withChange(before: unknown, change: Change): unknown {
  switch (change?.is) {
    case undefined:
      return before;
    case 'value':
      return change.value;
    case 'map':
      return written(new Map(before instanceof Map ? (before as Map<string, unknown>) : []), change.table);
    case 'fields': {
      const fields = typeof before === 'object' && before !== null ? (before as Record<string, unknown>) : {};
      const changed = Object.entries(change.fields).map(([key, inner]) => [key, withChange(fields[key], inner)]);
      return { ...fields, ...(Object.fromEntries(changed) as object) };
    }
  }
}

/** Writes changes into a value that is the caller's alone, and returns what it is now. */
export function applyChange(held: unknown, change: Change): unknown {
  switch (change?.is) {
    case undefined:
      return held;
    case 'value':
      return change.value;
    case 'map':
      return written(held instanceof Map ? (held as Map<string, unknown>) : new Map<string, unknown>(), change.table);
    case 'fields': {
      const fields = (typeof held === 'object' && held !== null ? held : {}) as Record<string, unknown>;
      for (const [key, inner] of Object.entries(change.fields)) fields[key] = applyChange(fields[key], inner);
      return fields;
    }
  }
}

function written(map: Map<string, unknown>, { set, gone }: TableChange): Map<string, unknown> {
  for (const key of gone) map.delete(key);
  for (const [key, row] of set) map.set(key, row);
  return map;
}

/** The record with these changes. */
export function withRows<Row>(before: Readonly<Record<string, Row>>, { set, gone }: TableChange): Record<string, Row> {
  if (set.length + gone.length === 0) return before;
  const left =
    gone.length === 0 ? before : Object.fromEntries(Object.entries(before).filter(([key]) => !gone.includes(key)));
  return { ...left, ...(Object.fromEntries(set) as Record<string, Row>) };
}
