import Dexie from 'dexie';
import { AppError } from '../../kernel';
import { mustHaveNoForks } from '../createWorld';
import { isIdKey } from '../keys';
import type { LogStore } from '../LogStore';
import { allOf } from './allOf';
import { commitOf, lastOf } from './CommitRow';
import { dexieSnapshots } from './dexieSnapshots';
import type { LogTables } from './LogTables';
import { storeErrors } from './storeErrors';
import { writeBatch } from './writeBatch';

/** 2: snapshots and chunks, which an older database has none of; and commits are written as text, which an older one goes on to be read beside. */
const version = 2;

// On localhost Dexie keeps a trace of every request, and prints those that fail. Ours that fail are expected, or thrown with words.
Dexie.debug = false;

/**
 * Opens the store in IndexedDB, under this database name.
 * @throws LogBlocked when another tab holds an older version open, LogFailed when this browser does not let us store anything.
 */
export async function openDexieStore(name: string): Promise<LogStore> {
  const db = new Dexie(name, { cache: 'disabled' });
  db.version(version).stores({
    commits: '[world+first], *keys, &*ids',
    worlds: 'id',
    checkpoints: '[world+reader]',
    sides: '[world+ref], [world+subject]',
    snapshots: '[world+name+position]',
    chunks: '[world+digest]',
  });
  await storeErrors(() => openOrBlocked(db));
  return storeOn(db);
}

function openOrBlocked(db: Dexie): Promise<unknown> {
  return new Promise((resolve, reject) => {
    db.on('blocked', () => {
      reject(
        new AppError(
          'LogBlocked',
          'Another tab of this app holds an older database open. Close the other tabs of this app, then reload this one.',
        ),
      );
      db.close();
    });
    db.open().then(resolve, reject);
  });
}

/** The browser's own database beneath Dexie's. */
function openDatabaseOf(db: Dexie): IDBDatabase {
  if (!db.isOpen()) throw new Dexie.DatabaseClosedError();
  return db.backendDB();
}

function storeOn(db: Dexie): LogStore {
  const tables: LogTables = {
    commits: db.table('commits'),
    worlds: db.table('worlds'),
    checkpoints: db.table('checkpoints'),
    sides: db.table('sides'),
    snapshots: db.table('snapshots'),
    chunks: db.table('chunks'),
  };
  const { commits, worlds, checkpoints, sides, snapshots, chunks } = tables;

  return {
    ...dexieSnapshots(db, tables),
    write: (batch) => storeErrors(() => writeBatch(openDatabaseOf(db), batch)),
    commits: (world, { after, upTo, limit, reverse = false }) =>
      storeErrors(async () => {
        // A commit that begins at or before `after` can end after it; there is at most one such.
        const before = commits.where('[world+first]').between([world, Dexie.minKey], [world, after], true, true).last();
        const rest = commits.where('[world+first]').between([world, after + 1], [world, upTo], true, true);
        const [found, earlier] = await Promise.all([(reverse ? rest.reverse() : rest).limit(limit).toArray(), before]);
        if (earlier && lastOf(earlier) > after && earlier.first <= upTo) {
          if (reverse) found.push(earlier);
          else found.unshift(earlier);
        }
        return found.slice(0, limit).map(commitOf);
      }),
    commitsWith: (world, key, { after, upTo, limit, reverse = false }) =>
      storeErrors(async () => {
        // Entries of one key lie in the order of their primary key, so nothing needs sorting.
        const all = commits.where(isIdKey(world, key) ? 'ids' : 'keys').equals(key);
        const inRange = all.and((row) => row.first <= upTo && lastOf(row) > after);
        return (await (reverse ? inRange.reverse() : inRange).limit(limit).toArray()).map(commitOf);
      }),
    checkpoint: (world, reader) => storeErrors(async () => (await checkpoints.get([world, reader])) ?? null),
    side: (world, ref) => storeErrors(async () => (await sides.get([world, ref])) ?? null),
    sides: (world, refs) =>
      storeErrors(async () => {
        const rows = await sides.bulkGet(refs.map((ref) => [world, ref]));
        return rows.map((row) => row ?? null);
      }),
    standing: (world) =>
      storeErrors(() =>
        db.transaction('r', worlds, checkpoints, async () => {
          const row = await worlds.get(world);
          if (!row) throw new AppError('UnknownWorld', `There is no world "${world}".`);
          return {
            row,
            checkpoints: await checkpoints
              .where('[world+reader]')
              .between(...allOf(world))
              .toArray(),
          };
        }),
      ),
    forget: (world, subject) =>
      storeErrors(() =>
        db.transaction('rw', sides, snapshots, chunks, async () => {
          for (const table of ['snapshots', 'chunks']) await clear(db, table, world);
          return sides.where('[world+subject]').equals([world, subject]).delete();
        }),
      ),
    worlds: () => storeErrors(() => worlds.toArray()),
    addWorld: (row) => storeErrors(async () => void (await worlds.add(row))),
    changeWorld: (id, change) =>
      storeErrors(() =>
        db.transaction('rw', worlds, async () => {
          const row = await worlds.get(id);
          if (!row) throw new AppError('UnknownWorld', `There is no world "${id}".`);
          const changed = change(row);
          await worlds.put(changed);
          return changed;
        }),
      ),
    removeWorld: (id) =>
      storeErrors(() =>
        db.transaction('rw', db.tables, async () => {
          if (!(await worlds.get(id))) throw new AppError('UnknownWorld', `There is no world "${id}".`);
          mustHaveNoForks(id, await worlds.toArray());
          for (const { name } of db.tables) if (name !== 'worlds') await clear(db, name, id);
          await worlds.delete(id);
        }),
      ),
    close: () => db.close(),
  };
}

/** Inside a transaction: deletes all rows of one world. */
async function clear(db: Dexie, table: string, world: string): Promise<void> {
  await db
    .table(table)
    .where(':id')
    .between(...allOf(world))
    .delete();
}
