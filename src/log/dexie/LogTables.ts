import type { Table } from 'dexie';
import type { Commit } from '../Commit';
import type { Checkpoint, Side, WorldRow } from '../LogStore';

/** The tables, and the one multi-entry index (`keys`) by which commits are found. */
export interface LogTables {
  readonly commits: Table<Commit, [string, number]>;
  readonly worlds: Table<WorldRow, string>;
  readonly checkpoints: Table<Checkpoint, [string, string]>;
  readonly sides: Table<Side, [string, string]>;
}
