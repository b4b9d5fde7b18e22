import type { SnapshotRow } from './SnapshotStore';

/** Of the digests that are stored, those that no snapshot refers to: left over from snapshots that are gone, or never came to be. */
export function unusedChunks(snapshots: readonly SnapshotRow[], stored: readonly string[]): string[] {
  const used = new Set(snapshots.flatMap(({ chunks }) => chunks));
  return stored.filter((digest) => !used.has(digest));
}
