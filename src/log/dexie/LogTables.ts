import type { Table } from 'dexie';
import type { Commit } from '../Commit';
import type { Checkpoint, Side, WorldRow } from '../LogStore';

/** The tables. Commits are found by two multi-entry indexes: `keys`, and `ids`, in which nothing can be twice. */
export interface LogTables {
  readonly commits: Table<Commit, [string, number]>;
  readonly worlds: Table<WorldRow, string>;
  readonly checkpoints: Table<Checkpoint, [string, string]>;
  readonly sides: Table<Side, [string, string]>;
}
