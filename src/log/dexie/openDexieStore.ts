import Dexie from 'dexie';
import { AppError } from '../../kernel';
import { mustHaveNoForks } from '../createWorld';
import { isIdKey } from '../keys';
import type { LogStore } from '../LogStore';
import type { LogTables } from './LogTables';
import { storeErrors } from './storeErrors';
import { writeBatch } from './writeBatch';

const version = 1;

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
  };
  const { commits, worlds, checkpoints, sides } = tables;

  return {
    write: (batch) => storeErrors(() => writeBatch(openDatabaseOf(db), batch)),
    commits: (world, { after, upTo, limit, reverse = false }) =>
      storeErrors(async () => {
        // A commit that begins at or before `after` can end after it; there is at most one such.
        const before = await commits
          .where('[world+first]')
          .between([world, Dexie.minKey], [world, after], true, true)
          .last();
        const overlaps = before && before.first + before.events.length - 1 > after && before.first <= upTo;
        const rest = commits.where('[world+first]').between([world, after + 1], [world, upTo], true, true);
        const found = await (reverse ? rest.reverse() : rest).limit(limit).toArray();
        if (!overlaps) return found;
        return (reverse ? [...found, before] : [before, ...found]).slice(0, limit);
      }),
    commitsWith: (world, key, { after, upTo, limit, reverse = false }) =>
      storeErrors(async () => {
        // Entries of one key lie in the order of their primary key, so nothing needs sorting.
        const all = commits.where(isIdKey(world, key) ? 'ids' : 'keys').equals(key);
        const inRange = all.and((commit) => commit.first <= upTo && commit.first + commit.events.length - 1 > after);
        return (reverse ? inRange.reverse() : inRange).limit(limit).toArray();
      }),
    checkpoint: (world, reader) => storeErrors(async () => (await checkpoints.get([world, reader])) ?? null),
    side: (world, ref) => storeErrors(async () => (await sides.get([world, ref])) ?? null),
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
    forget: (world, subject) => storeErrors(() => sides.where('[world+subject]').equals([world, subject]).delete()),
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
        db.transaction('rw', worlds, commits, checkpoints, sides, async () => {
          if (!(await worlds.get(id))) throw new AppError('UnknownWorld', `There is no world "${id}".`);
          mustHaveNoForks(id, await worlds.toArray());
          await commits
            .where('[world+first]')
            .between(...allOf(id))
            .delete();
          await checkpoints
            .where('[world+reader]')
            .between(...allOf(id))
            .delete();
          await sides
            .where('[world+ref]')
            .between(...allOf(id))
            .delete();
          await worlds.delete(id);
        }),
      ),
    close: () => db.close(),
  };
}

/** The bounds of everything whose key begins with this world. */
function allOf(world: string): [[string, unknown], [string, unknown]] {
  return [
    [world, Dexie.minKey],
    [world, Dexie.maxKey],
  ];
}
