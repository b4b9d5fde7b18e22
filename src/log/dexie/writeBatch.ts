import type Dexie from 'dexie';
import { AppError } from '../../kernel';
import { headAfter } from '../Commit';
import type { Batch, BatchResult, WorldRow } from '../LogStore';
import type { LogTables } from './LogTables';

/**
 * One read-write transaction: check everything, then write everything. Nothing but Dexie is awaited inside, else IndexedDB commits early
 * and keeps half. Checks come first, so that a refusal has nothing to undo. Only ids are checked by their index as they are written: when
 * one is there already, all of it is undone, and the batch is asked which one it was.
 */
export async function writeBatch(db: Dexie, tables: LogTables, batch: Batch): Promise<BatchResult> {
  try {
    return await transact(db, tables, batch, async (row) => {
      const refusal = await firstMoved(tables, batch);
      if (refusal) return (await firstKnown(tables, batch, refusal.index)) ?? refusal;
      await putAll(tables, batch, row);
      return { result: 'done' };
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return transact(db, tables, batch, async () => {
      const known = await firstKnown(tables, batch, batch.writes.length);
      if (known) return known;
      throw error;
    });
  }
}

/** Runs a piece of work in a transaction, if the batch may follow what is there. */
function transact(
  db: Dexie,
  tables: LogTables,
  { world, epoch, head }: Batch,
  work: (row: WorldRow) => Promise<BatchResult>,
): PromiseLike<BatchResult> {
  return db.transaction('rw', [tables.commits, tables.worlds, tables.checkpoints, tables.sides], async () => {
    const row = await tables.worlds.get(world);
    if (!row) throw new AppError('UnknownWorld', `There is no world "${world}".`);
    if (row.epoch !== epoch) return { result: 'epoch-lost', epoch: row.epoch };
    if (row.head !== head) return { result: 'moved', row };
    return work(row);
  });
}

/** The first write whose condition does not hold. */
async function firstMoved({ commits }: LogTables, { writes }: Batch) {
  const asked = writes.flatMap((write) => write.condition?.keys ?? []);
  const firstOf = await firstsBy(asked, (key) => commits.where('keys').equals(key).reverse().limit(1).primaryKeys());
  for (const [index, { commit, condition }] of writes.entries()) {
    for (const key of condition?.keys ?? []) {
      const movedAt = firstOf.get(key) ?? 0;
      if (movedAt > (condition?.after ?? 0)) return { result: 'refused', index, movedAt } as const;
    }
    // What this write will have put in the index by the time of the next.
    if (commit) for (const key of commit.keys) firstOf.set(key, commit.first);
  }
  return null;
}

/** The first write, up to this one, with an id that is in the log or in a write before it. */
async function firstKnown({ commits }: LogTables, { writes }: Batch, upTo: number) {
  const upToThere = writes.slice(0, upTo + 1);
  const asked = upToThere.flatMap((write) => write.commit?.ids ?? []);
  const firstOf = await firstsBy(asked, (id) => commits.where('ids').equals(id).primaryKeys());
  for (const [index, { commit }] of upToThere.entries()) {
    const first = commit?.ids.map((id) => firstOf.get(id)).find((one) => one !== undefined);
    if (first !== undefined) return { result: 'known', index, first } as const;
    if (commit) for (const id of commit.ids) firstOf.set(id, commit.first);
  }
  return null;
}

/** Where the commits begin that were found by these keys. All are looked up at once: one by one, each would wait for the one before. */
async function firstsBy(keys: readonly string[], find: (key: string) => PromiseLike<[string, number][]>) {
  const each = [...new Set(keys)];
  const found = await Promise.all(each.map(find));
  return new Map(each.flatMap((key, index) => found[index]?.map(([, first]) => [key, first] as const) ?? []));
}

async function putAll(tables: LogTables, { writes }: Batch, row: WorldRow) {
  const commits = writes.flatMap((write) => write.commit ?? []);
  const sides = writes.flatMap((write) => write.sides);
  const checkpoints = writes.flatMap((write) => write.checkpoints);
  const last = commits.at(-1);
  await Promise.all([
    last && tables.commits.bulkAdd(commits),
    last && tables.worlds.put({ ...row, ...headAfter(last) }),
    sides.length > 0 && tables.sides.bulkPut(sides),
    checkpoints.length > 0 && tables.checkpoints.bulkPut(checkpoints),
  ]);
}

/** True when an index let something in only once. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && (error.name === 'BulkError' || error.name === 'ConstraintError');
}
