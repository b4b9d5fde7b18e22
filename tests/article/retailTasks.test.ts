import { beforeAll, describe, expect, test } from 'vitest';
import { checkRecords, readShopFiles, type ShopRecords } from '../../src/intake';
import { sampleWorld } from '../../src/intake/shopFiles/sampleWorld.suite';
import type { LogStore } from '../../src/log';
import { openBooks } from '../eval/Books';
import { importedShop } from '../eval/evalShop';
import { judge, write } from '../eval/oracle';
import { raceDocuments, raceOurs, violationsOf } from '../eval/race';
import { replayTask } from '../eval/replayTasks';
import { sampleTasks } from '../eval/sampleTasks';
import { schedule } from '../eval/schedule';
import { ToolCode } from '../eval/toolCode';

let records: ShopRecords;
let store: LogStore;

beforeAll(async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(sampleWorld()));
  const none = { hasCustomer: () => false, hasSku: () => false };
  records = checkRecords(
    readShopFiles([{ name: 'sample.json', bytes }], () => null),
    none,
  );
  store = await importedShop(records);
});

describe('what a customer asks of an order', () => {
  test.each(sampleTasks.map((task) => [task.name, task] as const))(
    '[EVAL1] ends as the policy says: %s',
    async (_name, task) => {
      const { misses } = await replayTask(store, records, task);
      expect(misses).toEqual([]);
    },
  );

  test('[EVAL2] a changed payment that is then cancelled is paid back once; the tools of the data set pay twice', () => {
    const [change, cancel] = sampleTasks.find(({ name }) => name === 'change the payment, then cancel')?.actions ?? [];
    if (!change || !cancel) throw new Error('the sample has this task');
    const oracle = openBooks(records);
    const tools = new ToolCode(openBooks(records));
    for (const action of [change, cancel]) {
      const verdict = judge(oracle, action);
      write(oracle, 'writes' in verdict ? verdict.writes : []);
      tools.act(action);
    }
    const gift = (books: typeof oracle) => books.customers.get('ada')?.balances['ada-gift'];
    const held = (books: typeof oracle) =>
      Object.values(books.orders.get('1001')?.held ?? {}).reduce((a, b) => a + b, 0);
    expect([gift(oracle), held(oracle)]).toEqual([5000, 0]);
    expect(held(tools.books)).toBeLessThan(0);
  });
});

describe('everybody at once', () => {
  const seeds = [1, 2, 3];

  test.each(seeds)('[EVAL3] what was accepted is what happened, and nothing else: seed %i', async (seed) => {
    const steps = schedule(sampleTasks, seed);
    const { violations, accepted } = await raceOurs(store, records, steps, `race-${seed}`);
    expect(violations).toEqual([]);
    expect(accepted).toBeGreaterThan(2);
  });

  test('[EVAL3] with whole documents, the last one written wins, and that is found', () => {
    const lost = seeds.flatMap((seed) => raceDocuments(records, schedule(sampleTasks, seed)).violations);
    expect(lost).not.toEqual([]);
  });

  test('[EVAL3] an end in which a cent is missing is found', () => {
    const end = openBooks(records);
    const order = end.orders.get('1001');
    if (!order) throw new Error('the sample has this order');
    end.orders.set('1001', { ...order, held: { 'ada-card': 2399 } });
    expect(violationsOf(openBooks(records), [], end)).toEqual([
      'order 1001, money: expected ada-card 2400, found ada-card 2399',
    ]);
  });
});
