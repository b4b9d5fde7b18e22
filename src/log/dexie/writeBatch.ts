import type Dexie from 'dexie';
import { AppError } from '../../kernel';
import { headAfter } from '../Commit';
import type { Batch, BatchResult, WorldRow } from '../LogStore';
import type { LogTables } from './LogTables';

/**
 * One read-write transaction: check everything, then write everything. Nothing but Dexie is awaited inside, else IndexedDB commits early
 * and keeps half. Checks come first, so that a refusal has nothing to undo.
 */
export function writeBatch(db: Dexie, tables: LogTables, batch: Batch): PromiseLike<BatchResult> {
  return db.transaction('rw', [tables.commits, tables.worlds, tables.checkpoints, tables.sides], async () => {
    const row = await tables.worlds.get(batch.world);
    if (!row) throw new AppError('UnknownWorld', `There is no world "${batch.world}".`);
    if (row.epoch !== batch.epoch) return { result: 'epoch-lost', epoch: row.epoch };
    if (row.head !== batch.head) return { result: 'moved', row };
    const refusal = await firstRefusal(tables, batch);
    if (refusal) return refusal;
    await putAll(tables, batch, row);
    return { result: 'done' };
  });
}

async function firstRefusal(tables: LogTables, { world, writes }: Batch): Promise<BatchResult | null> {
  // What earlier writes of the same batch will have put in the index by then.
  const inBatch = new Map<string, number>();
  const lastFirst = async (key: string): Promise<number> => {
    const pending = inBatch.get(key);
    if (pending !== undefined) return pending;
    const [found] = await tables.commits.where('keys').equals(key).reverse().limit(1).primaryKeys();
    return found?.[1] ?? 0;
  };
  for (const [index, write] of writes.entries()) {
    for (const id of write.ids) {
      const first = await lastFirst(`${world}|id:${id}`);
      if (first > 0) return { result: 'known', index, first };
    }
    for (const key of write.condition?.keys ?? []) {
      const movedAt = await lastFirst(key);
      if (movedAt > (write.condition?.after ?? 0)) return { result: 'refused', index, movedAt };
    }
    for (const key of write.commit?.keys ?? []) inBatch.set(key, write.commit?.first ?? 0);
  }
  return null;
}

async function putAll(tables: LogTables, { writes }: Batch, row: WorldRow) {
  const commits = writes.flatMap((write) => write.commit ?? []);
  const sides = writes.flatMap((write) => write.sides);
  const checkpoints = writes.flatMap((write) => write.checkpoints);
  const last = commits.at(-1);
  if (last) {
    await tables.commits.bulkAdd(commits);
    await tables.worlds.put({ ...row, ...headAfter(last) });
  }
  if (sides.length > 0) await tables.sides.bulkPut(sides);
  if (checkpoints.length > 0) await tables.checkpoints.bulkPut(checkpoints);
}
