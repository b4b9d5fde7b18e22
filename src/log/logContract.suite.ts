import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppError, seededRandom } from '../kernel';
import type { Draft, EventId } from '../contracts';
import { createWorld, genesis, openLog, raiseEpoch, sealSide, verify, type Log, type LogStore } from '.';

/** A restock report with this id: the smallest event there is to append. */
export const restock = (id: string, sku = 'MUG-1', over: object = {}): Draft => ({
  id: id as EventId,
  type: 'StockReceiptReported',
  data: { sku, qty: 1, reorderId: null },
  by: 'supplier',
  external: true,
  causationId: null,
  correlationId: id as EventId,
  ...over,
});

/** What every store must do. `openStore` gives a fresh, empty one each time it is called. */
export function logContract(openStore: () => Promise<LogStore>) {
  const openFresh = async (): Promise<{ log: Log; store: LogStore }> => {
    const store = await openStore();
    await createWorld(store, { id: 'w', name: 'Test', at: 1 });
    return { store, log: await openLog(store, 'w') };
  };
  const appendAll = async (log: Log, ids: readonly string[]) => {
    for (const id of ids) await log.append({ drafts: [restock(id)], at: 1 });
  };

  describe('appending', () => {
    test('[LOG1] events of a commit get consecutive positions and are read back as written', async () => {
      const { log } = await openFresh();
      const { events } = await log.append({
        drafts: [restock('a'), restock('b', 'TEE-2')],
        at: 7,
      });
      await log.append({ drafts: [restock('c')], at: 8 });
      expect(events.map((event) => event.position)).toEqual([1, 2]);
      const read = await log.read(0, 100);
      expect(read.map((event) => [event.position, event.id, event.at])).toEqual([
        [1, 'a', 7],
        [2, 'b', 7],
        [3, 'c', 8],
      ]);
      expect(read[1]).toEqual(events[1]);
      expect(log.world()).toMatchObject({ head: 3 });
    });

    test('[LOG1] time never runs backwards, whoever was stamped first', async () => {
      const { log } = await openFresh();
      await Promise.all([9, 5, 7].map((at, n) => log.append({ drafts: [restock(`e${n}`)], at })));
      await log.append({ drafts: [restock('late')], at: 3 });
      expect((await log.read(0, 10)).map((event) => event.at)).toEqual([9, 9, 9, 9]);
    });

    test('[LOG1] a commit with one bad event writes nothing of itself', async () => {
      const { log } = await openFresh();
      const bad = {
        ...restock('b'),
        data: { sku: 'MUG-1', qty: -1, reorderId: null },
      };
      await expect(log.append({ drafts: [restock('a'), bad], at: 1 })).rejects.toMatchObject({ name: 'InvalidEvent' });
      expect(await log.read(0, 10)).toEqual([]);
    });

    test('[LOG1] reading never splits a commit, and resumes in the middle of one', async () => {
      const { log } = await openFresh();
      await log.append({
        drafts: ['a', 'b', 'c'].map((id) => restock(id)),
        at: 1,
      });
      await log.append({ drafts: [restock('d')], at: 1 });
      expect((await log.read(0, 1)).map((event) => event.id)).toEqual(['a', 'b', 'c']);
      expect((await log.read(1, 10)).map((event) => event.id)).toEqual(['b', 'c', 'd']);
    });

    test('[LOG3] a condition is known to hold from what was committed here, and never when somebody else wrote', async () => {
      const { log, store } = await openFresh();
      const about = (id: string, after: number, sku: string) =>
        log.append({ drafts: [restock(id, sku)], at: 1, condition: { after, tags: [`sku:${sku}`] } });
      await about('a', 0, 'MUG-1');
      await about('b', 1, 'MUG-1');
      await about('c', 0, 'TEE-2');
      await expect(about('d', 1, 'MUG-1')).rejects.toMatchObject({ name: 'ConditionFailed' });
      const other = await openLog(store, 'w');
      await other.append({ drafts: [restock('e', 'TEE-2')], at: 1 });
      await expect(about('f', 3, 'TEE-2')).rejects.toMatchObject({ name: 'ConditionFailed' });
      await log.refresh();
      await expect(about('g', 3, 'TEE-2')).rejects.toMatchObject({ name: 'ConditionFailed' });
      // Two at once on the same state share a transaction: the first wins.
      const both = await Promise.allSettled([about('h', 4, 'CAP-3'), about('i', 4, 'CAP-3')]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    });

    test('[LOG2] appending the same ids again gives the first commit back and writes nothing', async () => {
      const { log } = await openFresh();
      const first = await log.append({
        drafts: [restock('a'), restock('b')],
        at: 1,
      });
      const again = await log.append({
        drafts: [restock('a'), restock('b')],
        at: 99,
        checkpoint: { reader: 'r', position: 50, attempts: 0 },
      });
      expect(again).toEqual({ events: first.events, known: true });
      expect(log.world().head).toBe(2);
      expect((await log.checkpoint('r')).position).toBe(0);
    });

    test('[LOG2] the same commit from many hands at once is one commit', async () => {
      const { log } = await openFresh();
      const all = await Promise.all([1, 2, 3, 4, 5].map(() => log.append({ drafts: [restock('a')], at: 1 })));
      expect(all.filter((one) => !one.known)).toHaveLength(1);
      expect(await log.read(0, 10)).toHaveLength(1);
    });

    test('[LOG2] twins that wait for the same transaction are one commit', async () => {
      const { log } = await openFresh();
      const all = await Promise.all(
        ['a', 'b', 'b', 'c', 'b'].map((id) => log.append({ drafts: [restock(id)], at: 1 })),
      );
      expect(all.map(({ known }) => known)).toEqual([false, false, true, false, true]);
      expect((await log.read(0, 10)).map((event) => event.id)).toEqual(['a', 'b', 'c']);
    });

    test('[LOG2] what is there already is known, even where its own condition fails by now', async () => {
      const { log } = await openFresh();
      const request = { drafts: [restock('a')], at: 1, condition: { after: 0, tags: ['sku:MUG-1'] } };
      await log.append(request);
      await expect(log.append(request)).resolves.toMatchObject({ known: true });
    });

    test('[LOG2] an id that is taken cannot enter in other company', async () => {
      const { log } = await openFresh();
      await appendAll(log, ['a']);
      await expect(log.append({ drafts: [restock('b'), restock('a')], at: 1 })).rejects.toMatchObject({
        name: 'InvalidEvent',
      });
      expect(log.world().head).toBe(1);
    });

    test('[LOG3] a condition fails when something with its tag came later, and only then', async () => {
      const { log } = await openFresh();
      await appendAll(log, ['a', 'b']);
      const on = (id: string, after: number, ...tags: string[]) =>
        log.append({
          drafts: [restock(id, 'BAG-3')],
          at: 1,
          condition: { after, tags },
        });
      await expect(on('c', 1, 'sku:MUG-1')).rejects.toMatchObject({
        name: 'ConditionFailed',
      });
      await expect(on('c', 2, 'sku:MUG-1')).resolves.toMatchObject({
        known: false,
      });
      await expect(on('d', 1, 'sku:TEE-2')).resolves.toMatchObject({
        known: false,
      });
      expect((await log.read(0, 10)).map((event) => event.id)).toEqual(['a', 'b', 'c', 'd']);
    });

    test('[LOG3] of two that rest on the same state, made at the same moment, one is refused', async () => {
      const { log } = await openFresh();
      const condition = { after: 0, tags: ['sku:MUG-1'] };
      const both = await Promise.allSettled(
        ['a', 'b'].map((id) => log.append({ drafts: [restock(id)], at: 1, condition })),
      );
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await log.read(0, 10)).toHaveLength(1);
    });

    test('[LOG3] a checkpoint settles with its events, or not at all', async () => {
      const { log } = await openFresh();
      const settle = (id: string, position: number, after: number) =>
        log.append({
          drafts: [restock(id)],
          at: 1,
          condition: { after, tags: ['sku:MUG-1'] },
          checkpoint: { reader: 'r', position, attempts: 0 },
        });
      await settle('a', 5, 0);
      expect((await log.checkpoint('r')).position).toBe(5);
      await expect(settle('b', 9, 0)).rejects.toThrow();
      expect((await log.checkpoint('r')).position).toBe(5);
    });

    test('[LOG8] what is committed is frozen, all the way down', async () => {
      const { log } = await openFresh();
      await appendAll(log, ['a']);
      const [event] = await log.read(0, 1);
      expect(Object.isFrozen(event)).toBe(true);
      expect(Object.isFrozen(event?.data)).toBe(true);
      expect(Object.isFrozen(event?.tags)).toBe(true);
    });
  });

  describe('finding', () => {
    test('[LOG1] by tag, by type, by both, by correlation, by id', async () => {
      const { log } = await openFresh();
      await log.append({
        drafts: [restock('a'), restock('b', 'TEE-2', { correlationId: 'a' })],
        at: 1,
      });
      await appendAll(log, ['c']);
      const ids = (events: readonly { id: string }[]) => events.map((event) => event.id);
      expect(ids(await log.find({ tag: 'sku:MUG-1' }))).toEqual(['a', 'c']);
      expect(ids(await log.find({ tag: 'sku:MUG-1' }, { reverse: true, limit: 1 }))).toEqual(['c']);
      expect(ids(await log.find({ tag: 'sku:MUG-1' }, { after: 1 }))).toEqual(['c']);
      expect(ids(await log.find({ type: 'StockReceiptReported' }, { upTo: 2 }))).toEqual(['a', 'b']);
      expect(ids(await log.find({ correlation: 'a' as EventId }))).toEqual(['a', 'b']);
      expect((await log.event('b' as EventId))?.position).toBe(2);
      expect(await log.event('nobody' as EventId)).toBeNull();
    });
  });

  describe('leading', () => {
    test('[LOG5] after another raised the epoch, nothing more can be written', async () => {
      const { log, store } = await openFresh();
      await appendAll(log, ['a']);
      await raiseEpoch(store, 'w');
      await expect(log.append({ drafts: [restock('b')], at: 1 })).rejects.toMatchObject({ name: 'EpochLost' });
      const next = await openLog(store, 'w');
      await appendAll(next, ['b']);
      expect((await next.read(0, 10)).map((event) => event.id)).toEqual(['a', 'b']);
    });

    test('[LOG4] two logs on one store with the same epoch still make one chain', async () => {
      const { log, store } = await openFresh();
      const other = await openLog(store, 'w');
      await Promise.all(['a', 'b', 'c', 'd'].map((id, i) => appendAll(i % 2 ? log : other, [id])));
      expect(await verify(await openLog(store, 'w'))).toMatchObject({
        intact: true,
        events: 4,
      });
    });
  });

  describe('the side store', () => {
    test('[LOG6] a text comes back by its ref; once forgotten, the log stays intact and says how many are gone', async () => {
      const { log, store } = await openFresh();
      const side = sealSide('a letter', {
        world: 'w',
        subject: 'c-7',
        salt: 's1',
      });
      const draft = {
        ...restock('m'),
        type: 'MailReceived',
        by: 'customer',
        data: {
          mailId: 'm-1',
          customerId: 'c-7',
          letter: side.ref,
          attachments: 0,
        },
      };
      await log.append({ drafts: [draft], at: 1, sides: [side] });
      expect(await log.text(side.ref)).toBe('a letter');
      expect(await verify(log)).toMatchObject({ intact: true, erased: 0 });
      expect(await store.forget('w', 'c-8')).toBe(0);
      expect(await store.forget('w', 'c-7')).toBe(1);
      expect(await log.text(side.ref)).toBeNull();
      expect(await verify(log)).toMatchObject({ intact: true, erased: 1 });
    });
  });

  describe('worlds', () => {
    test('[LOG7] a fork reads its parent up to the fork and its own events after it; the parent never sees them', async () => {
      const { log, store } = await openFresh();
      await appendAll(log, ['a', 'b', 'c']);
      const parent = log.world();
      const second = (await log.commits(0, 10))[1];
      await store.addWorld({
        ...parent,
        id: 'f',
        parent: 'w',
        forkAt: 2,
        head: 2,
        headHash: second?.hash ?? '',
      });
      const fork = await openLog(store, 'f');
      await appendAll(fork, ['x', 'y']);
      expect((await fork.read(0, 10)).map((event) => event.id)).toEqual(['a', 'b', 'x', 'y']);
      expect((await fork.find({ tag: 'sku:MUG-1' }, { reverse: true, limit: 3 })).map((event) => event.id)).toEqual([
        'y',
        'x',
        'b',
      ]);
      expect((await log.read(0, 10)).map((event) => event.id)).toEqual(['a', 'b', 'c']);
      expect(await verify(fork)).toMatchObject({ intact: true, events: 4 });
    });

    test('[LOG7] a world that is not there is refused by name', async () => {
      const { store } = await openFresh();
      await expect(openLog(store, 'nowhere')).rejects.toMatchObject({
        name: 'UnknownWorld',
      });
      await expect(createWorld(store, { id: 'w', name: '', at: 1 })).rejects.toThrow();
    });
  });

  test('[LOG9] a closed store says so and nothing is half-written', async () => {
    const { log, store } = await openFresh();
    store.close();
    const error: unknown = await log.append({ drafts: [restock('a')], at: 1 }).catch((caught: unknown) => caught);
    expect(isAppError(error, 'LogClosed')).toBe(true);
    expect(log.world()).toMatchObject({ head: 0, headHash: genesis });
  });

  test('[LOG1..4] on random histories the log is what a plain array would be', async () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 30 }),
      size: fc.integer({ min: 1, max: 4 }),
      sku: fc.constantFrom('MUG-1', 'TEE-2', 'BAG-3'),
      lookBack: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { log } = await openFresh();
        const model: { ids: string[]; sku: string; first: number }[] = [];
        for (const { id, size, sku, lookBack } of steps) {
          const ids = Array.from({ length: size }, (_, n) => `e${id}-${n}`);
          const head = model.reduce((sum, commit) => sum + commit.ids.length, 0);
          const after = Math.max(0, head - (lookBack ?? 0));
          const taken = model.some((commit) => commit.ids.some((one) => ids.includes(one)));
          const moved = lookBack !== undefined && model.some((commit) => commit.first > after && commit.sku === sku);
          const outcome = await log
            .append({
              drafts: ids.map((one) => restock(one, sku)),
              at: 1,
              ...(lookBack === undefined ? {} : { condition: { after, tags: [`sku:${sku}`] } }),
            })
            .then((appended) => (appended.known ? 'known' : 'done'))
            .catch((error: Error) => error.name);
          if (taken) expect(['known', 'InvalidEvent']).toContain(outcome);
          else expect(outcome).toBe(moved ? 'ConditionFailed' : 'done');
          if (outcome === 'done') model.push({ ids, sku, first: head + 1 });
        }
        const read = await log.read(0, 1000);
        expect(read.map((event) => event.id)).toEqual(model.flatMap((commit) => commit.ids));
        expect(read.map((event) => event.position)).toEqual(read.map((_, index) => index + 1));
        expect(await verify(log)).toMatchObject({
          intact: true,
          events: read.length,
        });
        const mugs = await log.find({ tag: 'sku:MUG-1' });
        expect(mugs.map((event) => event.id)).toEqual(
          model.filter((commit) => commit.sku === 'MUG-1').flatMap((commit) => commit.ids),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('[LOG1] the same appends give the same bytes', async () => {
    const run = async () => {
      const { log } = await openFresh();
      const random = seededRandom(4);
      for (let i = 0; i < 12; i++) await appendAll(log, [`e${i}-${Math.floor(random() * 1000)}`]);
      return log.world().headHash;
    };
    expect(await run()).toBe(await run());
  });
}
