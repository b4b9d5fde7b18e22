import Dexie from 'dexie';
import { AppError, deflate, inflate } from '../../kernel';
import type { ChunkRow, SnapshotKey, SnapshotStore } from '../snapshots/SnapshotStore';
import { unusedChunks } from '../snapshots/unusedChunks';
import { allOf } from './allOf';
import type { LogTables, StoredChunk } from './LogTables';
import { storeErrors } from './storeErrors';

/** Snapshots in IndexedDB. */
export function dexieSnapshots(db: Dexie, { worlds, snapshots, chunks }: LogTables): SnapshotStore {
  const ofWorld = (world: string) =>
    snapshots.where('[world+name+position]').between([world, Dexie.minKey], [world, Dexie.maxKey]);

  /** Inside a transaction: takes away what no snapshot refers to. Only keys are read. */
  async function sweep(world: string) {
    const keys = await chunks
      .where('[world+digest]')
      .between(...allOf(world))
      .primaryKeys();
    const unused = unusedChunks(
      await ofWorld(world).toArray(),
      keys.map(([, digest]) => digest),
    );
    await chunks.bulkDelete(unused.map((digest) => [world, digest]));
  }

  const keysOf = (world: string, keys: readonly SnapshotKey[]) =>
    keys.map(({ name, position }): [string, string, number] => [world, name, position]);

  return {
    snapshots: (world) => storeErrors(() => ofWorld(world).toArray()),
    chunks: (world, digests) =>
      storeErrors(async () => {
        const rows = await chunks.bulkGet(digests.map((digest) => [world, digest]));
        const texts: (string | null)[] = [];
        // One after the other: a thousand streams at once take longer.
        for (const row of rows) texts.push(row ? await textOf(row) : null);
        return texts;
      }),
    addChunks: (added, deflated = false) =>
      storeErrors(async () => {
        // A transaction would not wait for the packing.
        await chunks.bulkPut(deflated ? await Promise.all(added.map(packedChunk)) : [...added]);
      }),
    addSnapshots: (world, epoch, add, drop) =>
      storeErrors(() =>
        db.transaction('rw', worlds, snapshots, chunks, async () => {
          const row = await worlds.get(world);
          if (!row) throw new AppError('UnknownWorld', `There is no world "${world}".`);
          if (row.epoch !== epoch) return 'epoch-lost' as const;
          if (add.some(({ position }) => position > row.head)) return 'ahead-of-log' as const;
          const needed = [...new Set(add.flatMap((one) => one.chunks))];
          const there = await chunks
            .where('[world+digest]')
            .anyOf(needed.map((digest) => [world, digest]))
            .count();
          if (there < needed.length) return 'chunks-missing' as const;
          await snapshots.bulkDelete(keysOf(world, drop));
          await snapshots.bulkPut([...add]);
          await sweep(world);
          return 'kept' as const;
        }),
      ),
    dropSnapshots: (world, which) =>
      storeErrors(() =>
        db.transaction('rw', snapshots, chunks, async () => {
          if (which) await snapshots.bulkDelete(keysOf(world, which));
          else await ofWorld(world).delete();
          await sweep(world);
        }),
      ),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

async function packedChunk({ world, digest, text }: ChunkRow): Promise<StoredChunk> {
  return { world, digest, packed: await deflate(encoder.encode(text)) };
}

/** What cannot be unpacked is as good as gone: the snapshot is not used, and the log has it all. */
async function textOf(row: StoredChunk): Promise<string | null> {
  if ('text' in row) return row.text;
  try {
    return decoder.decode(await inflate(row.packed));
  } catch {
    return null;
  }
}
