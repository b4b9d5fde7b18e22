import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rebuild } from '../../src/app/world/rebuild';
import { ledFolds } from '../../src/app/world/worldFolds';
import type { Fold, WorldEvent } from '../../src/contracts';
import { canonicalJson, deepFreeze } from '../../src/kernel';
import {
  captureState,
  createWorld,
  encodeState,
  openLog,
  openMemoryStore,
  openSnapshots,
  type LogStore,
} from '../../src/log';
import { foldAll, viewsToJson } from '../../src/projections';
import { acts, randomShop, type Attempt } from '../../src/projections/told/randomShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

const attempt = fc.record<Attempt>({
  act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  a: fc.nat(5),
  b: fc.nat(30),
  qty: fc.integer({ min: 1, max: 4 }),
});
const histories = fc.array(attempt, { maxLength: 120, size: 'max' }).map(randomShop);

const foldOf = (fold: Fold<unknown>, events: readonly WorldEvent[], from = fold.open()) =>
  events.reduce((state, event) => fold.evolve(state, event), from);
const outlineOf = async (state: unknown) =>
  (await encodeState(captureState(state), new Map(), () => Promise.resolve())).outline;

/** A state as it comes back from a snapshot. */
async function throughStore(fold: Fold<unknown>, state: unknown): Promise<unknown> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'w', name: 'Test', at: 1 });
  const log = await openLog(store, 'w');
  const first = {
    id: 'r',
    type: 'StockReceiptReported',
    data: { sku: 'MUG-1', qty: 1, reorderId: null },
    by: 'supplier',
    external: true,
    causationId: null,
    correlationId: 'r',
  };
  await log.append({ drafts: [first], at: 1 });
  const { head: position, headHash: hash } = log.world();
  await openSnapshots(log).save({ position, hash }, [{ fold, capture: captureState(state), keep: 'newest' }]);
  return (await openSnapshots(log).restore(fold))?.state;
}

/** Every value that lies in a Map of a state, at any depth. */
function rowsIn(value: unknown): unknown[] {
  if (value instanceof Map) return [...value.values()];
  if (typeof value !== 'object' || value === null || value instanceof Set) return [];
  return Object.values(value).flatMap(rowsIn);
}

describe('what is folded', () => {
  test.each(ledFolds.map((fold) => [fold.name, fold as Fold<unknown>] as const))(
    '[SNAP1] %s: a snapshot at any position and the events after it are the whole history',
    async (_name, fold) => {
      await fc.assert(
        fc.asyncProperty(histories, fc.nat(400), async (events, cut) => {
          const whole = await outlineOf(foldOf(fold, events));
          const restored = await throughStore(fold, foldOf(fold, events.slice(0, cut)));
          expect(await outlineOf(foldOf(fold, events.slice(cut), restored))).toBe(whole);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('[SNAP1] at every position of one history', async () => {
    const [events = []] = fc.sample(fc.array(attempt, { minLength: 30, maxLength: 30 }).map(randomShop), {
      numRuns: 1,
      seed: 7,
    });
    expect(events.length).toBeGreaterThan(30);
    for (const fold of ledFolds as readonly Fold<unknown>[]) {
      const whole = await outlineOf(foldOf(fold, events));
      for (let cut = 0; cut <= events.length; cut++) {
        const restored = await throughStore(fold, foldOf(fold, events.slice(0, cut)));
        expect(await outlineOf(foldOf(fold, events.slice(cut), restored))).toBe(whole);
      }
    }
  });

  test.each(ledFolds.map((fold) => [fold.name, fold as Fold<unknown>] as const))(
    '[SNAP9] %s: what lies in a Map is replaced, never edited, so a snapshot can be taken while the world goes on',
    (_name, fold) => {
      fc.assert(
        fc.property(histories, (events) => {
          let state = fold.open();
          for (const event of events) {
            state = fold.evolve(state, deepFreeze(event));
            for (const row of rowsIn(state)) deepFreeze(row);
          }
        }),
        { numRuns: 10 },
      );
    },
  );
});

/** A shop that has seen some of its day, with snapshots on the way. */
async function shopWithSnapshots(steps: number, store?: LogStore): Promise<TestShop> {
  const shop = await shopInOneThread({ ...(store ? { store } : {}), snapshotEvery: 40, quietMs: 0 });
  for (let n = 0; n < steps; n++) {
    await shop.world.player.step();
    await shop.settled();
  }
  await expect.poll(async () => (await shop.store.snapshots('w')).length).toBeGreaterThan(0);
  return shop;
}

const bytesOf = (shop: TestShop) => canonicalJson(viewsToJson(shop.world.views));
const fromLog = async (shop: TestShop) => canonicalJson(viewsToJson(foldAll(await shop.events())));

describe('a shop', () => {
  test('[SNAP10] is opened from its snapshots and the events after them, and goes on as if it had read everything', async () => {
    const first = await shopWithSnapshots(40);
    const head = first.world.log.world().head;
    first.close();
    const second = await shopWithSnapshots(0, first.store);
    const { restoredTo, folded, unusable } = second.world.live.opening();
    expect(unusable).toEqual([]);
    expect(restoredTo).toBeGreaterThan(40);
    expect(restoredTo + folded).toBe(head);
    expect(bytesOf(second)).toBe(await fromLog(second));
    await second.settled();
    for (let n = 0; n < 15; n++) {
      await second.world.player.step();
      await second.settled();
    }
    expect(second.world.log.world().head).toBeGreaterThan(head);
    expect(bytesOf(second)).toBe(await fromLog(second));
    expect(second.world.views.proposals.waiting.size).toBe(0);
    second.close();
  });

  test.each<[string, (store: LogStore) => Promise<void>]>([
    ['of another version', (store) => rewrite(store, (row) => ({ ...row, version: 'next' }))],
    ['with another hash', (store) => rewrite(store, (row) => ({ ...row, hash: 'f'.repeat(64) }))],
    ['that cannot be read', (store) => rewrite(store, (row) => ({ ...row, outline: 'nothing' }))],
  ])('[SNAP10] with snapshots %s it drops them and is right all the same', async (_what, damage) => {
    const first = await shopWithSnapshots(30);
    first.close();
    await damage(first.store);
    const second = await shopInOneThread({ store: first.store });
    const { restoredTo, unusable } = second.world.live.opening();
    expect(restoredTo).toBe(0);
    expect(unusable.length).toBeGreaterThan(0);
    expect(await first.store.snapshots('w')).toEqual([]);
    expect(bytesOf(second)).toBe(await fromLog(second));
    second.close();
  });

  test('[SNAP11] the oracle agrees with what is true', async () => {
    const shop = await shopWithSnapshots(30);
    await expect.poll(() => shop.world.oversight().checkedTo, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(shop.world.oversight().because).toBeNull();
    shop.close();
  });

  test('[SNAP11] it notices a snapshot that is not what the log says, says so, and drops it', async () => {
    const first = await shopWithSnapshots(30);
    first.close();
    await rewrite(first.store, (row) =>
      row.name === 'views' ? { ...row, outline: row.outline.replace('"title":"', '"title":"No ') } : row,
    );
    const second = await shopInOneThread({ store: first.store, snapshotEvery: 1000, quietMs: 0 });
    expect(second.world.live.opening().restoredTo).toBeGreaterThan(0);
    expect(bytesOf(second)).not.toBe(await fromLog(second));
    await expect
      .poll(() => second.world.oversight().because, { timeout: 10_000 })
      .toMatch(/^what is stored of the views as of position \d+ is not what the log says; it was dropped/);
    const left = await first.store.snapshots('w');
    expect(left.map(({ name }) => name)).not.toContain('views');
    second.close();
  });

  test('[SNAP11] it notices that what is held is not what the log says', async () => {
    const shop = await shopWithSnapshots(10);
    await shop.settled();
    const again = rebuild(ledFolds, [], () => Promise.resolve());
    for (const commit of await shop.world.log.storedCommits(0, 100_000)) await again.fold(commit);
    expect(await again.compareHeld(shop.world.live)).toBe(true);
    expect(again.found).toEqual([]);
    const [sku, row] = [...shop.world.views.stock][0] ?? [];
    if (!sku || !row) throw new Error('expected something in stock');
    shop.world.views.stock.set(sku, { ...row, onHand: row.onHand + 1 });
    expect(await again.compareHeld(shop.world.live)).toBe(true);
    expect(again.found).toMatchObject([{ name: 'views', where: 'held' }]);
    shop.close();
  });
});

async function rewrite(
  store: LogStore,
  change: (
    row: Awaited<ReturnType<LogStore['snapshots']>>[number],
  ) => Awaited<ReturnType<LogStore['snapshots']>>[number],
) {
  const rows = await store.snapshots('w');
  const [world] = await store.worlds();
  expect(rows.length).toBeGreaterThan(0);
  expect(await store.addSnapshots('w', world?.epoch ?? 0, rows.map(change), [])).toBe('kept');
}
