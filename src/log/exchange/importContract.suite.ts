import { describe, expect, test } from 'vitest';
import { completeWorlds, importWorld, openLog, parseExport, removeIncomplete, verify, type LogStore } from '..';
import { AppError } from '../../kernel';
import { restock } from '../logContract.suite';
import { chunksOf, exported, smallLog } from './exports.suite';
import { linesOf } from './linesOf';

const into = { id: 'copy', at: 7 };
const from = (lines: readonly string[]) => linesOf(chunksOf(lines.join('')));

/** What every store must do with exports. `openStore` gives a fresh, empty one each time it is called. */
export function importContract(openStore: () => Promise<LogStore>) {
  describe('an import', () => {
    test('[LOG11] is the same history beside the old one: same bytes, same hashes, same texts, same readers', async () => {
      const store = await openStore();
      const old = await smallLog(store);
      const { report, world } = await importWorld(store, from(await exported(old)), { into });
      expect(report).toMatchObject({ intact: true, head: (await verify(old)).head });
      expect(world).toMatchObject({ id: 'copy', name: 'Small “world” 🐟 (imported)', parent: null, archivedAt: null });

      const copy = await openLog(store, 'copy');
      const commits = await copy.storedCommits(0, 100);
      const originals = await old.storedCommits(0, 100);
      expect(commits.slice(0, -1).map(({ events, hash }) => ({ events, hash }))).toEqual(
        originals.map(({ events, hash }) => ({ events, hash })),
      );
      expect(await verify(copy)).toMatchObject({ intact: true, events: report.events + 3, erased: 1 });
      for (const [letter] of await lettersOf(old)) expect(await copy.text(letter)).toBe(await old.text(letter));
      expect((await copy.checkpoint('agent:inventory')).position).toBe(5);
      expect(await copy.checkpoint('scenario')).toMatchObject({ position: 40, attempts: 1 });
      expect((await copy.find({ tag: 'sku:MUG-1' })).map((event) => event.id)).toEqual(
        (await old.find({ tag: 'sku:MUG-1' })).map((event) => event.id),
      );
    });

    test('[LOG11] its agents rest, and what happens next is its own', async () => {
      const store = await openStore();
      const old = await smallLog(store);
      await importWorld(store, from(await exported(old)), { into });
      const copy = await openLog(store, 'copy');
      const paused = await copy.find({ type: 'AgentPaused' });
      expect(paused.map((event) => [event.world, event.by, event.data])).toEqual(
        ['support', 'inventory', 'marketing'].map((agent) => ['copy', 'shopkeeper', { agent }]),
      );
      await copy.append({ drafts: [restock('later')], at: 9000 });
      expect(await old.event('later' as never)).toBeNull();
      await store.forget('copy', 'c-7');
      expect(await verify(old)).toMatchObject({ erased: 1 });
      expect(await verify(copy)).toMatchObject({ intact: true, erased: 2 });
    });

    test('[LOG11] an import can be exported and imported again: the first chain is in it, byte by byte', async () => {
      const store = await openStore();
      const lines = await exported(await smallLog(store));
      await importWorld(store, from(lines), { into });
      const again = await exported(await openLog(store, 'copy'));
      expect(await parseExport(from(again))).toMatchObject({ intact: true, events: 13 });
      const content = (line: string) => line.replace(/,"check".*/s, '');
      expect(again.slice(1, 18).map(content)).toEqual(lines.slice(1, 18).map(content));
      await importWorld(store, from(again), { into: { id: 'copy-2', at: 8 } });
      const second = await openLog(store, 'copy-2');
      // They rested already: nothing had to be added.
      expect(second.world()).toMatchObject({ head: 13, headHash: (await openLog(store, 'copy')).world().headHash });
    });

    test('[LOG13] with one bad line leaves nothing behind, wherever the line is', async () => {
      const store = await openStore();
      const lines = await exported(await smallLog(store));
      for (const n of [0, 1, 9, lines.length - 2, lines.length - 1]) {
        const { report, world } = await importWorld(store, from(lines.toSpliced(n, 1)), { into });
        expect(report).toMatchObject({ intact: false, badLine: n + 1 });
        expect(world).toBeNull();
        expect((await store.worlds()).map((row) => row.id)).toEqual(['w']);
      }
      expect(await store.commits('copy', { after: 0, upTo: Infinity, limit: 10 })).toEqual([]);
      await importWorld(store, from(lines), { into });
      expect((await verify(await openLog(store, 'copy'))).intact).toBe(true);
    });

    test('[LOG13] nobody sees it before it is whole; cancelled or out of disk, it is gone', async () => {
      const store = await openStore();
      const lines = await exported(await smallLog(store));
      const seen: string[][] = [];
      const stop = new AbortController();
      const slow = async function* () {
        for await (const line of from(lines)) {
          seen.push((await completeWorlds(store)).map((row) => row.id));
          if (line.includes('"line":"seal"')) stop.abort();
          yield line;
        }
      };
      await expect(importWorld(store, slow(), { into, signal: stop.signal })).rejects.toMatchObject({
        name: 'Cancelled',
      });
      expect(seen.every((ids) => ids.join() === 'w')).toBe(true);
      expect((await store.worlds()).map((row) => row.id)).toEqual(['w']);

      for (const lastGood of [0, 1]) {
        let writes = 0;
        const full: LogStore = {
          ...store,
          write: (batch) => {
            if (writes++ < lastGood) return store.write(batch);
            return Promise.reject(new AppError('LogFull', 'the disk is full'));
          },
        };
        await expect(importWorld(full, from(lines), { into })).rejects.toMatchObject({ name: 'LogFull' });
        expect((await store.worlds()).map((row) => row.id)).toEqual(['w']);
      }
    });

    test('[LOG13] what a dead tab left half-imported is invisible, and removed', async () => {
      const store = await openStore();
      const lines = await exported(await smallLog(store));
      const dies: LogStore = { ...store, removeWorld: () => Promise.reject(new Error('dead')) };
      await importWorld(dies, from(lines.slice(0, -1)), { into }).catch(() => undefined);
      expect((await store.worlds()).map((row) => row.id).sort()).toEqual(['copy', 'w']);
      expect((await completeWorlds(store)).map((row) => row.id)).toEqual(['w']);
      await removeIncomplete(store);
      expect((await store.worlds()).map((row) => row.id)).toEqual(['w']);
    });

    test('[LOG13] a world that another was forked from cannot be removed', async () => {
      const store = await openStore();
      const old = await smallLog(store);
      await store.addWorld({ ...old.world(), id: 'fork', parent: 'w', forkAt: 1, head: 1 });
      await expect(store.removeWorld('w')).rejects.toThrow(/forked/);
      expect((await verify(old)).intact).toBe(true);
      await expect(store.removeWorld('nowhere')).rejects.toMatchObject({ name: 'UnknownWorld' });
    });
  });
}

async function lettersOf(log: Awaited<ReturnType<typeof smallLog>>) {
  const mails = await log.find({ type: 'MailReceived' });
  return mails.flatMap((event) => (event.type === 'MailReceived' ? [[event.data.letter] as const] : []));
}
