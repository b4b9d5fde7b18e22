import type { WorldEvent } from '../contracts';

/** Events that happened together, as one stored record. Its key is `[world, first]`. */
export interface Commit {
  readonly world: string;
  /** The position of its first event; the others follow without gaps. */
  readonly first: number;
  /** The hash of the commit before it, `genesis` for the first. */
  readonly previous: string;
  /** SHA-256 of `previous`, a line feed and the canonical JSON of `events`. */
  readonly hash: string;
  readonly events: readonly WorldEvent[];
  /** The canonical JSON that `events` are read from, or were just made into; absent where it is not kept. */
  readonly text?: string;
  /** What it is found by (see `keys.ts`). */
  readonly keys: readonly string[];
  /** Its events' ids, as index entries. A store lets no id in twice. */
  readonly ids: readonly string[];
}

/** What stands before the first commit of the first world. */
export const genesis = '0'.repeat(64);

/** The position of a commit's last event. */
export function lastPosition(commit: Commit): number {
  return commit.first + commit.events.length - 1;
}

/** Where a world stands once this commit is its last. */
export function headAfter(commit: Commit): { head: number; headHash: string; headAt: number } {
  return { head: lastPosition(commit), headHash: commit.hash, headAt: commit.events.at(-1)?.at ?? 0 };
}
