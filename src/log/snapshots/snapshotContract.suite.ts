import { describe, expect, test } from 'vitest';
import type { Fold, WorldEvent } from '../../contracts';
import { createWorld, openLog, openSnapshots, raiseEpoch, sealSide, type Log, type LogStore, type Unusable } from '..';
import { restock } from '../logContract.suite';
import { captureState } from './captureState';
import type { SnapshotStore } from './SnapshotStore';

interface Seen {
  count: number;
  readonly by: Map<string, readonly number[]>;
}

/** Remembers every event, so that a large history makes a large state. */
const seen: Fold<Seen> = {
  name: 'seen',
  version: '1',
  open: () => ({ count: 0, by: new Map() }),
  evolve(state, event: WorldEvent) {
    state.count += 1;
    state.by.set(event.id, [event.position, event.at]);
    return state;
  },
};

/** What every store must do with snapshots. */
export function snapshotContract(openStore: () => Promise<LogStore>) {
  /** A log of this many events, folded along the way. */
  async function openFolded(events: number, store?: LogStore) {
    const used = store ?? (await openStore());
    if (!store) await createWorld(used, { id: 'w', name: 'Test', at: 1 });
    const log = await openLog(used, 'w');
    const state = seen.open();
    const grow = async (more: number) => {
      const from = log.world().head;
      const drafts = Array.from({ length: more }, (_, n) => restock(`e${from + n}`));
      for (let at = 0; at < more; at += 100) await log.append({ drafts: drafts.slice(at, at + 100), at: 1 });
      for (const event of await log.read(from, more)) seen.evolve(state, event);
    };
    await grow(events);
    return { store: used, log, state, grow, snapshots: openSnapshots(log) };
  }

  const save = (log: Log, state: Seen, snapshots = openSnapshots(log), over: { version?: string } = {}) =>
    snapshots.save({ position: log.world().head, hash: log.world().headHash }, [
      { fold: { ...seen, ...over }, capture: captureState(state), keep: 'all along the log' },
    ]);

  const stored = async (store: SnapshotStore) => {
    const rows = await store.snapshots('w');
    return rows.map(({ position }) => position).sort((a, b) => a - b);
  };

  /** Restores, and says which were found unusable. */
  async function restore(log: Log, fold = seen) {
    const unusable: Unusable[] = [];
    const restored = await openSnapshots(log).restore(fold, { unusable: (found) => unusable.push(found) });
    return { position: restored?.position ?? 0, state: restored?.state, unusable };
  }

  describe('snapshots', () => {
    test('[SNAP1] what was stored is read back, at the position it stands for, also as of an earlier one', async () => {
      const { log, state, grow } = await openFolded(700);
      expect(await save(log, state)).toBe('kept');
      const then = structuredClone(state);
      await grow(300);
      await save(log, state);
      expect(await restore(log)).toEqual({ position: 1000, state, unusable: [] });
      expect(await openSnapshots(log).restore(seen, { upTo: 999 })).toEqual({ position: 700, state: then });
      expect(await openSnapshots(log).restore(seen, { upTo: 699 })).toBeNull();
    });

    test('[SNAP1] what has not changed since is not written again', async () => {
      const { store, log, state, grow } = await openFolded(2000);
      const written: string[] = [];
      const watched = {
        ...log,
        store: {
          ...store,
          addChunks: (chunks) => (written.push(...chunks.map(({ digest }) => digest)), store.addChunks(chunks)),
        } satisfies LogStore,
      };
      await save(watched, state);
      const first = written.splice(0);
      expect(first.length).toBeGreaterThan(3);
      await grow(10);
      await save(watched, state);
      expect(written).toHaveLength(1);
      expect(first).not.toContain(written[0]);
    });

    test('[SNAP2] killed between chunks, the snapshot before is what there is; the next one sweeps up', async () => {
      const { store, log, state, grow } = await openFolded(600);
      await save(log, state);
      await grow(600);
      let chunks = 0;
      const dying: LogStore = {
        ...store,
        addChunks: (added) => ((chunks += 1) > 1 ? new Promise(() => undefined) : store.addChunks(added)),
      };
      void save({ ...log, store: dying }, state);
      await expect.poll(() => chunks).toBe(2);
      expect((await restore(log)).position).toBe(600);
      await grow(1);
      await save(log, state);
      const rows = await store.snapshots('w');
      const all = [...new Set(rows.flatMap((row) => row.chunks))];
      expect(await store.chunks('w', all)).not.toContain(null);
      expect((await restore(log)).state).toEqual(state);
    });

    test('[SNAP2] chunks that no snapshot refers to do not stay', async () => {
      const { store, log, state } = await openFolded(600);
      const lost = { world: 'w', digest: 'lost', text: '[]' };
      await store.addChunks([lost]);
      await save(log, state);
      expect(await store.chunks('w', ['lost'])).toEqual([null]);
    });

    test('[SNAP3] of another version, of another history, ahead of the log: not used, and the reason given', async () => {
      const { store, log, state, grow } = await openFolded(200);
      await save(log, state);
      const [row] = await store.snapshots('w');
      if (!row) throw new Error('expected a snapshot');
      await grow(100);
      const { epoch, headHash } = log.world();
      const add = (over: object) => store.addSnapshots('w', epoch, [{ ...row, ...over }], []);
      await add({ position: 300, hash: headHash, version: '2' });
      await add({ position: 299, hash: row.hash });
      await add({ position: 250, hash: row.hash });
      const { position, unusable } = await restore(log);
      expect(position).toBe(200);
      expect(unusable).toEqual([
        { name: 'seen', position: 300, because: expect.stringMatching(/version/) as string },
        { name: 'seen', position: 299, because: expect.stringMatching(/no commit that ends there/) as string },
        { name: 'seen', position: 250, because: expect.stringMatching(/no commit that ends there/) as string },
      ]);
      await add({ position: 200, hash: headHash });
      expect((await restore(log)).unusable.at(-1)).toMatchObject({
        because: expect.stringMatching(/another commit/) as string,
      });
    });

    test('[SNAP3] ahead of the log after a power cut: not used', async () => {
      const { log, state } = await openFolded(300);
      await save(log, state);
      // The same store, in which the last commit did not survive.
      const cut: Log = {
        ...log,
        commits: async (after, limit) => (await log.commits(after, limit)).filter(({ first }) => first < 200),
      };
      expect(await restore(cut)).toMatchObject({ position: 0, unusable: [{ position: 300 }] });
    });

    test('[SNAP3] a chunk that is missing or damaged, an outline that is none: the one before is used', async () => {
      const { store, log, state, grow } = await openFolded(600);
      await save(log, state);
      const before = structuredClone(state);
      await grow(600);
      await save(log, state);
      const rows = await store.snapshots('w');
      const newest = rows.find(({ position }) => position === 1200);
      const older = rows.find(({ position }) => position === 600);
      const own = newest?.chunks.find((digest) => !older?.chunks.includes(digest));
      if (!newest || !own) throw new Error('expected a chunk of its own');
      const [text] = await store.chunks('w', [own]);
      for (const damaged of [(text ?? '').replace('"e', '"x'), '[', '']) {
        await store.addChunks([{ world: 'w', digest: own, text: damaged }]);
        const { position, state: restored, unusable } = await restore(log);
        expect(position).toBe(600);
        expect(restored).toEqual(before);
        expect(unusable).toMatchObject([{ position: 1200 }]);
      }
      await store.addChunks([{ world: 'w', digest: own, text: text ?? '' }]);
      expect((await restore(log)).position).toBe(1200);
      await store.addSnapshots('w', log.world().epoch, [{ ...newest, outline: '{' }], []);
      expect((await restore(log)).position).toBe(600);
    });

    test('[SNAP4] who lost the lead stores none, nobody stores one ahead of the log, none refers to chunks that are not there', async () => {
      const { store, log, state } = await openFolded(300);
      await raiseEpoch(store, 'w');
      expect(await save(log, state)).toBe('epoch-lost');
      const leader = await openLog(store, 'w');
      const { epoch, headHash: hash } = leader.world();
      const row = { world: 'w', name: 'seen', version: '1', outline: '{}', hash };
      expect(await store.addSnapshots('w', epoch, [{ ...row, position: 301, chunks: [] }], [])).toBe('ahead-of-log');
      expect(await store.addSnapshots('w', epoch, [{ ...row, position: 300, chunks: ['x'] }], [])).toBe(
        'chunks-missing',
      );
      expect(await store.snapshots('w')).toEqual([]);
    });

    test('[SNAP5] what is forgotten takes the snapshots of its world with it; a world that is removed takes its own', async () => {
      const { store, log, state } = await openFolded(300);
      await createWorld(store, { id: 'other', name: 'Other', at: 1 });
      const side = sealSide('a letter', { world: 'w', subject: 'c-1', salt: 'salt' });
      await log.append({ drafts: [], at: 1, sides: [side] });
      await save(log, state);
      await store.forget('other', 'c-1');
      expect(await stored(store)).toEqual([300]);
      expect(await store.forget('w', 'c-1')).toBe(1);
      expect(await stored(store)).toEqual([]);
      const { snapshots } = await openFolded(0, store);
      await save(log, state, snapshots);
      await store.removeWorld('w');
      expect(await stored(store)).toEqual([]);
    });

    test('[SNAP6] a fork is opened from a snapshot of its parent, unless that is after the fork', async () => {
      const { store, log, state, grow } = await openFolded(200);
      await save(log, state);
      await grow(100);
      await save(log, state);
      const parent = log.world();
      const [at] = await log.commits(199, 1);
      await store.addWorld({ ...parent, id: 'f', parent: 'w', forkAt: 200, head: 200, headHash: at?.hash ?? '' });
      expect((await restore(await openLog(store, 'f'))).position).toBe(200);
      await store.addWorld({ ...parent, id: 'g', parent: 'w', forkAt: 100, head: 100 });
      expect((await restore(await openLog(store, 'g'))).position).toBe(0);
    });
  });
}
