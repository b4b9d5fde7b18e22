/**
 * A value on its way to somebody who was sent others like it before: of a table (a Map), the ids of its rows in their order, and the rows
 * that the reader does not have yet.
 */
export type SentRows =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'fields'; readonly fields: Readonly<Record<string, SentRows>> }
  | {
      readonly is: 'table';
      /** Ids begin at 0 again: what the reader has is no longer meant. */
      readonly anew: boolean;
      readonly ids: Uint32Array;
      readonly fresh: readonly (readonly [id: number, key: string, row: unknown])[];
    };

/** A reader keeps at most so many times the rows of the longest table it was shown, and a few thousand. */
const keptTimes = 4;
const alwaysKept = 4000;

/**
 * Sends states of one history, in whatever order. Rows with the same key and the same `changedAt` are the same row. Objects are looked into as
 * deep as is said here; what lies deeper is sent whole.
 */
export function rowsSender(depth: number): (now: unknown) => SentRows {
  const inner = new Map<string, (now: unknown) => SentRows>();
  let sent = new Map<string, { readonly id: number; row: unknown }>();
  let longest = 0;
  let isFirst = true;

  function table(now: ReadonlyMap<string, unknown>): SentRows {
    longest = Math.max(longest, now.size);
    const anew = isFirst || sent.size > keptTimes * longest + alwaysKept;
    if (anew) sent = new Map();
    isFirst = false;
    const fresh: [number, string, unknown][] = [];
    const ids = new Uint32Array(now.size);
    let n = 0;
    for (const [key, row] of now) {
      let known = sent.get(key);
      if (!known) {
        sent.set(key, (known = { id: sent.size, row }));
        fresh.push([known.id, key, row]);
      } else if (!isSameRow(known.row, row)) {
        known.row = row;
        fresh.push([known.id, key, row]);
      }
      ids[n++] = known.id;
    }
    return { is: 'table', anew, ids, fresh };
  }

  return (now) => {
    if (now instanceof Map) return table(now as ReadonlyMap<string, unknown>);
    if (depth === 0 || typeof now !== 'object' || now === null || Array.isArray(now))
      return { is: 'value', value: now };
    const fields = Object.entries(now).map(([key, value]) => {
      const send = inner.get(key) ?? rowsSender(depth - 1);
      inner.set(key, send);
      return [key, send(value)] as const;
    });
    return { is: 'fields', fields: Object.fromEntries(fields) };
  };
}

function isSameRow(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const at = changedAt(one);
  return at !== undefined && at === changedAt(other);
}

function changedAt(row: unknown): number | undefined {
  return typeof row === 'object' && row !== null ? (row as { changedAt?: number }).changedAt : undefined;
}

/** Puts together what one sender sent, in the order it was sent. What it gives is new each time, the rows in it are not. */
export function rowsReader(): (sent: SentRows) => unknown {
  const inner = new Map<string, (sent: SentRows) => unknown>();
  let kept: (readonly [string, unknown])[] = [];

  return (sent) => {
    switch (sent.is) {
      case 'value':
        return sent.value;
      case 'fields': {
        const fields = Object.entries(sent.fields).map(([key, value]) => {
          const read = inner.get(key) ?? rowsReader();
          inner.set(key, read);
          return [key, read(value)] as const;
        });
        return Object.fromEntries(fields);
      }
      case 'table': {
        if (sent.anew) kept = [];
        for (const [id, key, row] of sent.fresh) kept[id] = [key, row];
        const rows = new Map<string, unknown>();
        for (const id of sent.ids) {
          const row = kept[id];
          if (row) rows.set(row[0], row[1]);
        }
        return rows;
      }
    }
  };
}
