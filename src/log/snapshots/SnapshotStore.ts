/**
 * What a fold makes of a world's events up to a position. It can be thrown away at any time, and is, as soon as anything about it does not
 * fit: the log has all that is in it.
 */
export interface SnapshotRow {
  readonly world: string;
  /** Of which fold, and which version of it. */
  readonly name: string;
  readonly version: string;
  /** It stands at the end of the commit that ends at this position and has this hash. */
  readonly position: number;
  readonly hash: string;
  /** The state as JSON text; in place of each large collection stand the digests of its chunks. */
  readonly outline: string;
  /** All digests in `outline`. */
  readonly chunks: readonly string[];
}

/** A part of a large collection: canonical JSON, found by its SHA-256. Snapshots that have it in common share it. */
export interface ChunkRow {
  readonly world: string;
  readonly digest: string;
  readonly text: string;
}

/** Names one snapshot of a world. */
export type SnapshotKey = Pick<SnapshotRow, 'name' | 'position'>;

/** What became of new snapshots: kept, or why not. */
export type SnapshotResult = 'kept' | 'epoch-lost' | 'ahead-of-log' | 'chunks-missing';

/** Where snapshots lie: beside the log, in the same database. Each method is one transaction and throws what a `LogStore` throws. */
export interface SnapshotStore {
  /** All snapshots of one world itself (not its parents). */
  snapshots(world: string): Promise<SnapshotRow[]>;
  /** The texts behind some digests, in their order; null for what is not there. */
  chunks(world: string, digests: readonly string[]): Promise<(string | null)[]>;
  /** Puts chunks where snapshots that are not written yet will look for them; deflated, where space counts more than the time to open. */
  addChunks(chunks: readonly ChunkRow[], deflated?: boolean): Promise<void>;
  /**
   * Adds snapshots whose chunks are there, takes others away, and with them the chunks that nobody refers to any more. Whoever lost the lead,
   * or is ahead of the log, adds nothing.
   */
  addSnapshots(
    world: string,
    epoch: number,
    add: readonly SnapshotRow[],
    drop: readonly SnapshotKey[],
  ): Promise<SnapshotResult>;
  /** Takes snapshots away; all of the world when none is named. */
  dropSnapshots(world: string, which?: readonly SnapshotKey[]): Promise<void>;
}
