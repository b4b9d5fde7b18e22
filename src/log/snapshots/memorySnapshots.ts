import type { WorldRow } from '../LogStore';
import type { ChunkRow, SnapshotKey, SnapshotRow, SnapshotStore } from './SnapshotStore';
import { unusedChunks } from './unusedChunks';

/** Snapshots of a store in memory. `row` gives a world or throws. */
export function memorySnapshots(row: (world: string) => WorldRow): SnapshotStore {
  let snapshots: SnapshotRow[] = [];
  let chunks: ChunkRow[] = [];

  const ofWorld = (world: string) => snapshots.filter((one) => one.world === world);

  function sweep(world: string) {
    const mine = chunks.filter((chunk) => chunk.world === world).map(({ digest }) => digest);
    const unused = new Set(unusedChunks(ofWorld(world), mine));
    chunks = chunks.filter((chunk) => chunk.world !== world || !unused.has(chunk.digest));
  }

  function without(world: string, keys: readonly SnapshotKey[]) {
    snapshots = snapshots.filter(
      (one) =>
        one.world !== world || !keys.some(({ name, position }) => one.name === name && one.position === position),
    );
  }

  return {
    async snapshots(world) {
      return ofWorld(world);
    },
    async chunks(world, digests) {
      const found = new Map(chunks.filter((chunk) => chunk.world === world).map((chunk) => [chunk.digest, chunk.text]));
      return digests.map((digest) => found.get(digest) ?? null);
    },
    async addChunks(added) {
      const key = ({ world, digest }: ChunkRow) => `${world}|${digest}`;
      const keys = new Set(added.map(key));
      chunks = [...chunks.filter((chunk) => !keys.has(key(chunk))), ...added];
    },
    async addSnapshots(world, epoch, add, drop) {
      const { epoch: current, head } = row(world);
      if (current !== epoch) return 'epoch-lost';
      if (add.some(({ position }) => position > head)) return 'ahead-of-log';
      const there = new Set(chunks.filter((chunk) => chunk.world === world).map(({ digest }) => digest));
      if (add.some((one) => one.chunks.some((digest) => !there.has(digest)))) return 'chunks-missing';
      without(world, [...drop, ...add]);
      snapshots = [...snapshots, ...add];
      sweep(world);
      return 'kept';
    },
    async dropSnapshots(world, which) {
      without(world, which ?? ofWorld(world));
      sweep(world);
    },
  };
}
