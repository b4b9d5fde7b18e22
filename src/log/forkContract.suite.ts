import { describe, expect, test } from 'vitest';
import { restock } from './logContract.suite';
import { createWorld, exportWorld, forkWorld, openLog, parseExport, linesOf, verify, type Log, type LogStore } from '.';

/** What a fork must be on every store. `openStore` gives a fresh, empty one each time it is called. */
export function forkContract(openStore: () => Promise<LogStore>) {
  async function openParent(): Promise<{ log: Log; store: LogStore }> {
    const store = await openStore();
    await createWorld(store, { id: 'w', name: 'Test', at: 1 });
    const log = await openLog(store, 'w');
    await log.append({ drafts: [restock('a')], at: 1 });
    await log.append({ drafts: [restock('b'), restock('c', 'TEE-2')], at: 2 });
    await log.append({ drafts: [restock('d')], at: 3 });
    return { store, log };
  }
  const ask = { id: 'f', name: 'What if', at: 9, checkpoints: [] };
  const idsOf = async (log: Log) => (await log.read(0, 100)).map((event) => event.id);

  describe('a fork', () => {
    test('[FORK1] shares the history up to the end of the commit it was made at, and nothing is copied', async () => {
      const { log, store } = await openParent();
      const row = await forkWorld(log, { ...ask, position: 2 });
      expect(row).toMatchObject({ parent: 'w', forkAt: 3, head: 3, headAt: 2, name: 'What if' });
      expect(await store.commits('f', { after: 0, upTo: Infinity, limit: 10 })).toEqual([]);
      const fork = await openLog(store, 'f');
      await fork.append({ drafts: [restock('x')], at: 4 });
      expect(await idsOf(fork)).toEqual(['a', 'b', 'c', 'x']);
      expect(await idsOf(log)).toEqual(['a', 'b', 'c', 'd']);
      expect(await verify(fork)).toMatchObject({ intact: true, events: 4 });
      expect(await verify(log)).toMatchObject({ intact: true, events: 4 });
    });

    test('[FORK2] its readers stand where they are said to, and nobody opens it before they do', async () => {
      const { log, store } = await openParent();
      await forkWorld(log, { ...ask, position: 1, checkpoints: [{ reader: 'r', position: 1, attempts: 0 }] });
      const { row, checkpoints } = await store.standing('f');
      expect(row.incomplete).toBeUndefined();
      expect(checkpoints).toEqual([{ world: 'f', reader: 'r', position: 1, attempts: 0 }]);
    });

    test('[FORK3] what the shared history holds is once there, too: it is known, and the checkpoint moves all the same', async () => {
      const { log, store } = await openParent();
      await forkWorld(log, { ...ask, position: 3 });
      const fork = await openLog(store, 'f');
      const checkpoint = { reader: 'r', position: 2, attempts: 0 };
      const again = await fork.append({ drafts: [restock('b'), restock('c', 'TEE-2')], at: 5, checkpoint });
      expect(again.known).toBe(true);
      expect(again.events.map((event) => event.position)).toEqual([2, 3]);
      expect(await fork.checkpoint('r')).toMatchObject({ position: 2 });
      await expect(fork.append({ drafts: [restock('b'), restock('y')], at: 5 })).rejects.toMatchObject({
        name: 'InvalidEvent',
      });
      // What its parent did after the fork has not happened here.
      expect(await fork.append({ drafts: [restock('d')], at: 5 })).toMatchObject({ known: false });
      expect(await idsOf(fork)).toEqual(['a', 'b', 'c', 'd']);
    });

    test('[FORK4] a fork of a fork, before or after where that one began, reads through both', async () => {
      const { log, store } = await openParent();
      await forkWorld(log, { ...ask, position: 3 });
      const fork = await openLog(store, 'f');
      await fork.append({ drafts: [restock('x')], at: 4 });
      await forkWorld(fork, { ...ask, id: 'late', position: 4 });
      await forkWorld(fork, { ...ask, id: 'early', position: 1 });
      const [late, early] = [await openLog(store, 'late'), await openLog(store, 'early')];
      await early.append({ drafts: [restock('z')], at: 5 });
      expect(await idsOf(late)).toEqual(['a', 'b', 'c', 'x']);
      expect(await idsOf(early)).toEqual(['a', 'z']);
      expect(await verify(early)).toMatchObject({ intact: true, events: 2 });
    });

    test('[FORK5] a world that others were forked from cannot be removed; the forks can, and nothing else goes with them', async () => {
      const { log, store } = await openParent();
      await forkWorld(log, { ...ask, position: 3 });
      await expect(store.removeWorld('w')).rejects.toMatchObject({ name: 'InvalidInput' });
      await store.removeWorld('f');
      expect(await idsOf(log)).toEqual(['a', 'b', 'c', 'd']);
      await store.removeWorld('w');
    });

    test('[FORK6] an export of a fork is its whole history', async () => {
      const { log, store } = await openParent();
      await forkWorld(log, { ...ask, position: 1 });
      const fork = await openLog(store, 'f');
      await fork.append({ drafts: [restock('x')], at: 4 });
      const bytes: Uint8Array[] = [];
      for await (const line of exportWorld(fork)) bytes.push(new TextEncoder().encode(line));
      const pieces = async function* () {
        yield* bytes;
      };
      expect(await parseExport(linesOf(pieces()))).toMatchObject({ intact: true, events: 2 });
    });

    test.each([
      [{ position: 0 }, 'choose a position'],
      [{ position: 99 }, 'choose a position'],
      [{ position: 1, name: '  ' }, 'needs a name'],
      [{ position: 1, id: 'a|b' }, 'cannot name a world'],
    ])('[FORK7] %j cannot be forked, and the words say why', async (wrong, words) => {
      const { log, store } = await openParent();
      await expect(forkWorld(log, { ...ask, ...wrong })).rejects.toThrow(words);
      expect((await store.worlds()).map((row) => row.id)).toEqual(['w']);
    });
  });
}
