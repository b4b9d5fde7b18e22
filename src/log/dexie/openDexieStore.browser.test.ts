import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { LogStore } from '..';
import { openDexieStore } from '.';
import { importContract } from '../exchange/importContract.suite';
import { logContract } from '../logContract.suite';

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
