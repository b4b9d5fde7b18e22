import type { Ref } from '../contracts';
import type { Commit } from './Commit';
import type { SnapshotStore } from './snapshots/SnapshotStore';

/** A world: one history. A fork shares its parent's events up to `forkAt`. */
export interface WorldRow {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly forkAt: number;
  readonly head: number;
  readonly headHash: string;
  /** The time of the last event: no later one is earlier. */
  readonly headAt: number;
  /** Raised by each leader; an append with an older one is refused. */
  readonly epoch: number;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  /** When it was last chosen by hand; the one chosen or made last is the one that opens. */
  readonly openedAt?: number;
  /** A fork in which what came from outside, up to this position of the original, comes again. */
  readonly again?: number;
  /** A fork in which somebody changed what stands here. */
  readonly changedAt?: number;
  /** True while it is being written by an import. Nobody opens it, and what an import left behind is removed. */
  readonly incomplete?: boolean;
}

/** How far a reader has come, and how often it began on what comes next without finishing. */
export interface Checkpoint {
  readonly world: string;
  readonly reader: string;
  readonly position: number;
  readonly attempts: number;
}

/** Bytes that may be forgotten: they lie beside the log, under `ref = SHA-256(salt + text)`. */
export interface Side {
  readonly world: string;
  readonly ref: Ref;
  /** Whose it is: a customer's id, or `shop`. */
  readonly subject: string;
  readonly salt: string;
  readonly text: string;
}

/** One commit with what must be true for it and what is settled with it. */
export interface Write {
  /** Null when only the checkpoint moves. */
  readonly commit: Commit | null;
  /** Refused when an index entry among `keys` has a commit that begins after this position. */
  readonly condition: {
    readonly after: number;
    readonly keys: readonly string[];
    /** True when it is known that it holds up to the head that the batch follows: only the batch itself is still to be looked at. */
    readonly holdsToHead?: boolean;
  } | null;
  readonly checkpoints: readonly Checkpoint[];
  readonly sides: readonly Side[];
}

/** What a batch of writes is allowed to follow. */
export interface Batch {
  readonly world: string;
  readonly epoch: number;
  readonly head: number;
  readonly writes: readonly Write[];
}

/** What became of a batch. Only `done` wrote anything, and then all of it. */
export type BatchResult =
  | { readonly result: 'done' }
  /** The head is elsewhere: seal again and retry. */
  | { readonly result: 'moved'; readonly row: WorldRow }
  /** Another leader took over. */
  | { readonly result: 'epoch-lost'; readonly epoch: number }
  /** The ids of this write are in the log already. */
  | { readonly result: 'known'; readonly index: number; readonly first: number }
  /** The condition of this write does not hold. */
  | {
      readonly result: 'refused';
      readonly index: number;
      readonly movedAt: number;
    };

export interface Range {
  /** Only commits that end after this position. */
  readonly after: number;
  /** Only commits that begin at or before this position. */
  readonly upTo: number;
  readonly limit: number;
  /** Newest first. */
  readonly reverse?: boolean;
}

/**
 * What a log needs of a place to keep things: no rules, one atomic write. Each method is one transaction. All of them throw LogFull,
 * LogBlocked, LogClosed or LogFailed, and then nothing was written.
 */
export interface LogStore extends SnapshotStore {
  write(batch: Batch): Promise<BatchResult>;
  /** Commits of one world itself (not its parents), in order. */
  commits(world: string, range: Range): Promise<Commit[]>;
  /** Commits of one world itself that have this index entry, in order. */
  commitsWith(world: string, key: string, range: Range): Promise<Commit[]>;
  checkpoint(world: string, reader: string): Promise<Checkpoint | null>;
  side(world: string, ref: Ref): Promise<Side | null>;
  /** Many at once, in the order of the refs; null for what is not there. */
  sides(world: string, refs: readonly Ref[]): Promise<(Side | null)[]>;
  /** A world and how far all its readers are, as of one moment. */
  standing(world: string): Promise<{ row: WorldRow; checkpoints: Checkpoint[] }>;
  /** Erases everything of a subject in one world, and with it the world's snapshots; returns how many texts are gone. */
  forget(world: string, subject: string): Promise<number>;
  worlds(): Promise<WorldRow[]>;
  /** Adds a world; the id must be new. */
  addWorld(row: WorldRow): Promise<void>;
  /** Changes name, epoch or archive mark of a world. */
  changeWorld(id: string, change: (row: WorldRow) => WorldRow): Promise<WorldRow>;
  /** Removes a world with all it holds, or nothing. One that others were forked from stays: they read through it. */
  removeWorld(id: string): Promise<void>;
  close(): void;
}
