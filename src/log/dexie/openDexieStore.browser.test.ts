import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { createWorld, openLog, openMemoryStore, verify, type LogStore } from '..';
import { openDexieStore } from '.';
import { importContract } from '../exchange/importContract.suite';
import { logContract, restock } from '../logContract.suite';
import { snapshotContract } from '../snapshots/snapshotContract.suite';
import { forkContract } from '../forkContract.suite';

let count = 0;
const opened: { name: string; store: LogStore }[] = [];

async function openStore(): Promise<LogStore> {
  const name = `log-test-${performance.now()}-${count++}`;
  const store = await openDexieStore(name);
  opened.push({ name, store });
  return store;
}

afterEach(async () => {
  for (const { name, store } of opened.splice(0)) {
    store.close();
    await Dexie.delete(name);
  }
});

describe('the Dexie store', () => {
  logContract(openStore);
  importContract(openStore);
  snapshotContract(openStore);

  test('[LOG14] a database of version 1 keeps its log: it is read, verified and appended to, and snapshots are simply absent', async () => {
    const name = `log-test-${performance.now()}-old`;
    const memory = openMemoryStore();
    await createWorld(memory, { id: 'w', name: 'Old', at: 1 });
    const before = await openLog(memory, 'w');
    for (const id of ['a', 'b', 'c']) await before.append({ drafts: [restock(id), restock(`${id}2`)], at: 1 });
    const old = new Dexie(name);
    old.version(1).stores({
      commits: '[world+first], *keys, &*ids',
      worlds: 'id',
      checkpoints: '[world+reader]',
      sides: '[world+ref], [world+subject]',
    });
    await old.table('commits').bulkAdd(await memory.commits('w', { after: 0, upTo: Infinity, limit: 10 }));
    await old.table('worlds').bulkAdd(await memory.worlds());
    old.close();

    const store = await openDexieStore(name);
    opened.push({ name, store });
    const log = await openLog(store, 'w');
    expect(await log.read(0, 10)).toEqual(await before.read(0, 10));
    expect(await store.snapshots('w')).toEqual([]);
    await log.append({ drafts: [restock('d')], at: 2 });
    expect((await log.append({ drafts: [restock('a'), restock('a2')], at: 2 })).known).toBe(true);
    expect(await verify(log)).toMatchObject({ intact: true, events: 7 });
    expect((await log.read(4, 10)).map(({ id }) => id)).toEqual(['c', 'c2', 'd']);
  });
  forkContract(openStore);

  test('[SNAP12] chunks can lie deflated; they are read like those that do not, and one that is damaged is as good as gone', async () => {
    const store = await openStore();
    const { name } = opened.at(-1)!;
    const text = JSON.stringify(Array.from({ length: 500 }, (_, n) => [`order-${n}`, { status: 'delivered', n }]));
    await store.addChunks([{ world: 'w', digest: 'packed', text }], true);
    await store.addChunks([{ world: 'w', digest: 'as text', text }]);
    const beside = await new Dexie(name).open();
    const chunks = beside.table('chunks');
    const row = (await chunks.get(['w', 'packed'])) as { packed: Uint8Array };
    expect(row.packed.length).toBeLessThan(text.length / 5);
    await chunks.put({
      world: 'w',
      digest: 'damaged',
      packed: row.packed.map((byte, n) => (n > 20 ? byte ^ 85 : byte)),
    });
    await chunks.put({ world: 'w', digest: 'cut', packed: row.packed.slice(0, 40) });
    beside.close();
    expect(await store.chunks('w', ['packed', 'as text', 'damaged', 'cut', 'none'])).toEqual([
      text,
      text,
      null,
      null,
      null,
    ]);
  });

  test('[LOG9] another tab with an older version open: blocked, with the way out', async () => {
    const name = `log-blocked-${performance.now()}`;
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('could not open'));
    });
    await expect(openDexieStore(name)).rejects.toMatchObject({
      name: 'LogBlocked',
    });
    older.close();
  });
});
