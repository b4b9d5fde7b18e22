import { AppError } from '../../kernel';
import { headAfter } from '../Commit';
import type { Batch, BatchResult, WorldRow } from '../LogStore';
import { rowOf } from './CommitRow';

/**
 * One read-write transaction: check everything, then write everything. Checks come first, so that a refusal has nothing to undo. Only ids
 * are checked by their index as they are written: when one is there already, all of it is undone, and the batch is asked which one it was.
 *
 * Plain IndexedDB, because every append waits for this one: under Dexie's own promises each step of it takes several times as long. Nothing
 * but its requests is awaited inside, else IndexedDB commits early and keeps half.
 */
export async function writeBatch(db: IDBDatabase, batch: Batch): Promise<BatchResult> {
  try {
    return await transact(db, batch, newestOf, async (transaction, row, newest) => {
      const refusal = firstMoved(batch, newest);
      if (refusal) return firstKnown(batch, await knownOf(transaction, batch), refusal.index) ?? refusal;
      putAll(transaction, batch, row);
      return { result: 'done' };
    });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConstraintError')) throw error;
    return transact(db, batch, knownOf, async (_transaction, _row, known) => {
      const twin = firstKnown(batch, known, batch.writes.length);
      if (twin) return twin;
      throw error;
    });
  }
}

/** Where the commits begin that some keys were found in. */
type Firsts = Map<string, number>;

/**
 * Looks at something and goes on to work in one transaction, if the batch may follow what is there. Resolves when all of it is stored.
 */
async function transact(
  db: IDBDatabase,
  batch: Batch,
  look: (transaction: IDBTransaction, batch: Batch) => Promise<Firsts>,
  work: (transaction: IDBTransaction, row: WorldRow, seen: Firsts) => Promise<BatchResult>,
): Promise<BatchResult> {
  const transaction = db.transaction(['commits', 'worlds', 'checkpoints', 'sides'], 'readwrite');
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was given up.'));
  });
  ended.catch(() => undefined);

  async function inside(): Promise<BatchResult> {
    const { world, epoch, head } = batch;
    const asked = transaction.objectStore('worlds').get(world) as IDBRequest<WorldRow | undefined>;
    const [row, seen] = await Promise.all([answerTo(asked), look(transaction, batch)]);
    if (!row) throw new AppError('UnknownWorld', `There is no world "${world}".`);
    if (row.epoch !== epoch) return { result: 'epoch-lost', epoch: row.epoch };
    if (row.head !== head) return { result: 'moved', row };
    return work(transaction, row, seen);
  }
  const result = await inside();
  await ended;
  return result;
}

/** The newest commit that each key of a condition is found in. */
function newestOf(transaction: IDBTransaction, { writes }: Batch): Promise<Firsts> {
  const index = transaction.objectStore('commits').index('keys');
  const keys = writes.flatMap(({ condition }) => (condition && !condition.holdsToHead ? condition.keys : []));
  return firstsBy(
    keys,
    async (key) => (await answerTo(index.openKeyCursor(IDBKeyRange.only(key), 'prev')))?.primaryKey,
  );
}

/** The commits that ids of this batch are in already. */
function knownOf(transaction: IDBTransaction, { writes }: Batch): Promise<Firsts> {
  const index = transaction.objectStore('commits').index('ids');
  const ids = writes.flatMap((write) => write.commit?.ids ?? []);
  return firstsBy(ids, (id) => answerTo(index.getKey(id)));
}

/** All keys are looked up at once: one by one, each would wait for the answer to the one before. */
async function firstsBy(keys: readonly string[], find: (key: string) => Promise<IDBValidKey | undefined>) {
  const each = [...new Set(keys)];
  const found = await Promise.all(each.map(find));
  return new Map(each.flatMap((key, n) => (Array.isArray(found[n]) ? [[key, Number(found[n][1])] as const] : [])));
}

/** The first write whose condition does not hold. */
function firstMoved({ writes }: Batch, newest: Firsts) {
  for (const [index, { commit, condition }] of writes.entries()) {
    for (const key of condition?.keys ?? []) {
      const movedAt = newest.get(key) ?? 0;
      if (movedAt > (condition?.after ?? 0)) return { result: 'refused', index, movedAt } as const;
    }
    // What this write will have put in the index by the time of the next.
    if (commit) for (const key of commit.keys) newest.set(key, commit.first);
  }
  return null;
}

/** The first write, up to this one, with an id that is in the log or in a write before it. */
function firstKnown({ writes }: Batch, known: Firsts, upTo: number) {
  for (const [index, { commit }] of writes.slice(0, upTo + 1).entries()) {
    const first = commit?.ids.map((id) => known.get(id)).find((one) => one !== undefined);
    if (first !== undefined) return { result: 'known', index, first } as const;
    if (commit) for (const id of commit.ids) known.set(id, commit.first);
  }
  return null;
}

/** Nobody waits for these: a request that fails takes the whole transaction with it. */
function putAll(transaction: IDBTransaction, { writes }: Batch, row: WorldRow): void {
  const commits = transaction.objectStore('commits');
  let after = row;
  for (const { commit, sides, checkpoints } of writes) {
    if (commit) {
      commits.add(rowOf(commit));
      after = { ...after, ...headAfter(commit) };
    }
    for (const side of sides) transaction.objectStore('sides').put(side);
    for (const checkpoint of checkpoints) transaction.objectStore('checkpoints').put(checkpoint);
  }
  if (after !== row) transaction.objectStore('worlds').put(after);
  transaction.commit();
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('A request to the database failed.'));
  });
}
