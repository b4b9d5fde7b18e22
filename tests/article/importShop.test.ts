import { describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../src/app/world';
import { importIndex } from '../../src/app/world/importIndex';
import { takeImport } from '../../src/app/world/takeImport';
import { memoryNews } from '../../src/bus';
import { agents } from '../../src/contracts';
import { planImport, readShopFiles } from '../../src/intake';
import { sampleWorld } from '../../src/intake/shopFiles/sampleWorld.suite';
import { fixedClock } from '../../src/kernel';
import { createWorld, openMemoryStore } from '../../src/log';
import { lights } from '../../src/projections';

async function emptyShop(): Promise<World> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'shop', name: 'shop', at: 1 });
  let salts = 0;
  return startWorld({
    store,
    worldId: 'shop',
    news: memoryNews(),
    real: fixedClock(0),
    startMs: Date.UTC(2026, 2, 2, 9),
    salt: () => `salt-${salts++}`,
    signal: new AbortController().signal,
    changed: () => undefined,
    onError(error) {
      throw error;
    },
  });
}

async function planFor(shop: World, world: object, importId = 'file-1') {
  const bytes = new TextEncoder().encode(JSON.stringify(world, null, 1));
  const records = readShopFiles([{ name: 'shop.json', bytes }], () => null);
  return planImport(records, await importIndex(shop.log, shop.people), importId);
}

/** Imports all of it, or only so many parts. */
async function take(shop: World, world: object, importId?: string, parts = Infinity) {
  const plan = await planFor(shop, world, importId);
  const leftOut = [];
  for (const { inputId, act } of plan.steps.slice(0, parts)) {
    leftOut.push(...(await takeImport(shop, 'shop', inputId, act)).leftOut);
  }
  return { ...plan, leftOut };
}

describe('a shop from a file', () => {
  test('[IMP1] comes in through the door of every proposal: each has its answer, all that must hold holds, agents rest', async () => {
    const shop = await emptyShop();
    const { fresh, leftOut, skipped } = await take(shop, sampleWorld());
    expect({ fresh, leftOut, skipped }).toEqual({
      fresh: { customers: 2, products: 4, orders: 3 },
      leftOut: [],
      skipped: [],
    });
    const events = await shop.log.read(0, Infinity);
    expect(events.filter(({ external }) => external).every(({ kind }) => kind === 'proposal')).toBe(true);
    expect(lights(shop.invariants).filter(({ ok }) => !ok)).toEqual([]);
    expect([...shop.views.orders.values()].map(({ status }) => status)).toEqual([
      'confirmed',
      'delivered',
      'cancelled',
    ]);
    expect([...shop.views.stock.values()].map(({ available }) => available)).toEqual([7, 4, 4, 0]);
    expect(agents.every((agent) => shop.views.turns.get(agent)?.paused)).toBe(true);
    expect(shop.people.names['ada']).toBe('Ada Sample');
  });

  test('[IMP2] twice is once: nothing is appended the second time', async () => {
    const shop = await emptyShop();
    await take(shop, sampleWorld());
    const { head, headHash } = shop.log.world();
    const again = await take(shop, sampleWorld());
    expect(again).toMatchObject({ steps: [], known: 9, skipped: [] });
    expect(shop.log.world()).toMatchObject({ head, headHash });
  });

  test('[IMP2] whose part is handed in twice, because nobody heard the answer, is the same', async () => {
    const shop = await emptyShop();
    const { steps } = await planFor(shop, sampleWorld());
    for (const { inputId, act } of steps) {
      await takeImport(shop, 'shop', inputId, act);
      const { head } = shop.log.world();
      await takeImport(shop, 'shop', inputId, act);
      expect(shop.log.world().head).toBe(head);
    }
  });

  test('[IMP3] that was stopped anywhere goes on from there, and ends as if it had not been', async () => {
    const whole = await emptyShop();
    await take(whole, sampleWorld());
    const { steps } = await planFor(await emptyShop(), sampleWorld());
    for (let parts = 1; parts < steps.length; parts++) {
      const shop = await emptyShop();
      await take(shop, sampleWorld(), 'file-1', parts);
      await take(shop, sampleWorld());
      expect(factsOf(await shop.log.read(0, Infinity))).toEqual(factsOf(await whole.log.read(0, Infinity)));
    }
  });

  test('[IMP4] that grew brings only what is new; what it now says otherwise is named and changes nothing', async () => {
    const shop = await emptyShop();
    await take(shop, sampleWorld());
    const grown = sampleWorld();
    const [first, second] = grown.orders;
    if (!first || !second) throw new Error('the sample has orders');
    grown.orders.push({ ...first, id: '1004' });
    Object.assign(second, { placedAt: '2026-02-09T09:30:00Z' });
    Object.assign(grown.products[0]?.variants[0] ?? {}, { priceCents: 1300 });
    Object.assign(grown.customers[1] ?? {}, { name: 'Benno Sample' });
    const before = shop.log.world().head;
    const plan = await take(shop, grown, 'file-2');
    expect(plan.fresh).toEqual({ customers: 0, products: 0, orders: 1 });
    expect(plan.skipped.map(({ what }) => what).sort()).toEqual(['customer ben', 'order 1002', 'product MUG-W']);
    expect(plan.skipped.every(({ line }) => line !== null && line > 1)).toBe(true);
    const added = (await shop.log.read(before, Infinity)).filter(({ kind }) => kind === 'fact');
    expect(added.map(({ type }) => type).sort()).toEqual([
      'OrderConfirmed',
      'OrderImportBooked',
      'OrderTakenOver',
      'StockReserved',
    ]);
  });

  test('[IMP4] in another currency than the shop has prices in is refused before anything is taken', async () => {
    const shop = await emptyShop();
    await take(shop, sampleWorld());
    const dollars = { ...sampleWorld(), currency: 'USD' };
    await expect(planFor(shop, dollars)).rejects.toThrow(/counts in USD and this shop in EUR.*new shop/);
  });

  test('[IMP4] whose orders carry a number that the shop gave out itself leaves those out', async () => {
    const shop = await emptyShop();
    const { customers, products, ...rest } = sampleWorld();
    await take(shop, { ...rest, customers, products, orders: [] });
    await shop.door.submit('own', {
      kind: 'submitOrder',
      orderId: '1002',
      customerId: 'ada',
      items: [{ sku: 'MUG-W', qty: 1 }],
    });
    await shop.answered();
    expect((await planFor(shop, sampleWorld())).skipped).toMatchObject([{ what: 'order 1002' }]);
  });

  test('[IMP5] is not taken into a shop that was opened meanwhile', async () => {
    const shop = await emptyShop();
    const [step] = (await planFor(shop, sampleWorld())).steps;
    if (!step) throw new Error('there is something to take');
    await expect(takeImport(shop, 'another', step.inputId, step.act)).rejects.toThrow(/Another shop was opened/);
    expect(shop.log.world().head).toBe(0);
  });
});

/** What is true in the end, whatever ids and moments it got. */
function factsOf(events: readonly { kind: string; type: string; data: object }[]): string[] {
  return events
    .filter(({ kind }) => kind === 'fact')
    .map(({ type, data }) => `${type} ${JSON.stringify({ ...data, profile: 0, address: 0, importId: 0 })}`)
    .sort();
}
