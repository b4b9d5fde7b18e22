import type { Table } from 'dexie';
import type { Checkpoint, Side, WorldRow } from '../LogStore';
import type { ChunkRow, SnapshotRow } from '../snapshots/SnapshotStore';
import type { StoredCommit } from './CommitRow';

/** The tables. Commits are found by two multi-entry indexes: `keys`, and `ids`, in which nothing can be twice. */
export interface LogTables {
  readonly commits: Table<StoredCommit, [string, number]>;
  readonly worlds: Table<WorldRow, string>;
  readonly checkpoints: Table<Checkpoint, [string, string]>;
  readonly sides: Table<Side, [string, string]>;
  readonly snapshots: Table<SnapshotRow, [string, string, number]>;
  readonly chunks: Table<StoredChunk, [string, string]>;
}

/** A chunk as it lies in the database: as text, or deflated. */
export type StoredChunk = ChunkRow | (Omit<ChunkRow, 'text'> & { readonly packed: Uint8Array<ArrayBuffer> });
