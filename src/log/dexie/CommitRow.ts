import type { WorldEvent } from '../../contracts';
import { AppError, canonicalJson } from '../../kernel';
import type { Commit } from '../Commit';

/**
 * A commit as it lies in the database. Its events are one text, the canonical JSON that was hashed: a text is written and read several times
 * faster than an object, and nobody has to make it again to check the hash.
 */
export interface CommitRow extends Omit<Commit, 'events' | 'text'> {
  readonly count: number;
  readonly text: string;
}

/** A commit as version 1 of the database kept it. What was written so stays so. */
type EarlyRow = Omit<Commit, 'text'>;

/** What lies in the table of commits. */
export type StoredCommit = CommitRow | EarlyRow;

/** The row that a commit is written as. */
export function rowOf({ events, text = canonicalJson(events), ...rest }: Commit): CommitRow {
  return { ...rest, count: events.length, text };
}

/** The commit in a row, of whichever version. */
export function commitOf(row: StoredCommit): Commit {
  if (!('text' in row)) return row;
  const { text, world, first, previous, hash, keys, ids } = row;
  return { world, first, previous, hash, events: eventsIn(text, first), keys, ids, text };
}

function eventsIn(text: string, first: number): WorldEvent[] {
  try {
    return JSON.parse(text) as WorldEvent[];
  } catch (cause) {
    throw new AppError(
      'LogFailed',
      `What is stored for position ${first} cannot be read. Import an export of this world.`,
      {
        cause,
      },
    );
  }
}

/** The position of the last event of the commit in a row. */
export function lastOf(row: StoredCommit): number {
  return row.first + ('text' in row ? row.count : row.events.length) - 1;
}
