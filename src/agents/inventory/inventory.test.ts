import { expect, test } from 'vitest';
import type { WorldEvent } from '../../contracts';
import { scriptedEngine } from '../../llm';
import { agentDefinitions, agentScripts } from '../agents';
import { FakeShop } from '../testing/FakeShop';

const engine = scriptedEngine(agentScripts);
const { inventory } = agentDefinitions;

/** A shop with one product whose stock the test moves; `now` is what the tool sees, which may be ahead of the events. */
function mugs() {
  const shop = new FakeShop();
  const now = { available: 0, threshold: 5, low: false, onTheWay: null as { reorderId: string; qty: number } | null };
  shop.tools = { stockOf: ({ sku }: { sku: string }) => ({ sku, ...now }) };
  const run = async () => {
    await shop.run(inventory, engine);
    return shop.turns.at(-1)?.proposals ?? [];
  };
  const receive = (available: number, cause?: WorldEvent) => {
    now.available = available;
    return shop.append(
      'InventoryUpdated',
      {
        sku: 'MUG-1',
        because: 'received',
        qty: 1,
        onHand: available,
        reserved: 0,
        returned: 0,
        available,
        orderId: null,
      },
      cause ? { answers: cause } : {},
    );
  };
  const reserve = (available: number, qty = 1) => {
    now.available = available;
    shop.append('OrderPlaced', {
      orderId: `o-${shop.log.length}`,
      customerId: 'c-7',
      items: [{ sku: 'MUG-1', qty, unitCents: 1450 }],
    });
    return shop.append('StockReserved', { orderId: `o-${shop.log.length}`, items: [{ sku: 'MUG-1', qty, available }] });
  };
  return { shop, now, run, receive, reserve };
}

async function openMugs(available = 20) {
  const world = mugs();
  world.shop.append('NewProduct', {
    sku: 'MUG-1',
    title: 'Enamel mug',
    description: '',
    priceCents: 1450,
    lowStockAt: 5,
  });
  world.receive(available);
  await world.run();
  const first = world.shop.turns.length;
  return { ...world, turns: () => world.shop.turns.length - first };
}

test('[INV1] nothing is proposed above the threshold, and events that do not cross it do not wake it', async () => {
  const { run, reserve, turns } = await openMugs();
  reserve(12);
  reserve(6);
  await run();
  expect(turns()).toBe(0);
});

test('[INV2] at the threshold it reports and reorders once, with an id that the trigger gives', async () => {
  const { shop, run, reserve, turns } = await openMugs();
  const crossing = reserve(5, 15);
  reserve(4);
  const proposals = await run();
  expect(turns()).toBe(1);
  expect(shop.log.find((event) => event.type === 'AgentDecided' && event.data.trigger === crossing.id)).toBeDefined();
  expect(proposals).toEqual([
    { type: 'LowStockReported', data: { sku: 'MUG-1', available: 4 } },
    {
      type: 'ReorderRequested',
      data: {
        sku: 'MUG-1',
        qty: 60,
        reason:
          '4 available, threshold 5; 15 ordered in 7 days (2.1 a day); 7 days until goods come (assumed), 14 to last, ' +
          '15 for safety: up to 60',
        // The order that was counted, and the level after it.
        restsOn: [crossing.position - 1, crossing.position],
        reorderId: expect.stringMatching(/^reorder-[0-9a-f]{20}$/) as unknown,
      },
    },
  ]);
});

test('[INV3] what is known to be low or on its way is not proposed again', async () => {
  const { now, run, reserve } = await openMugs();
  now.low = true;
  now.onTheWay = { reorderId: 'r-1', qty: 20 };
  reserve(3);
  expect(await run()).toEqual([]);
});

test('[INV4] it looks at the stock as it is, not as the event said', async () => {
  const { now, run, reserve, turns } = await openMugs();
  reserve(5);
  now.available = 25;
  expect(await run()).toEqual([]);
  expect(turns()).toBe(1);
});

test('[INV5] above the threshold the alert is over: the next low is a new one', async () => {
  const { shop, run, receive, reserve, turns } = await openMugs();
  reserve(5);
  await run();
  shop.append(
    'LowStockAlert',
    { sku: 'MUG-1', available: 5, threshold: 5 },
    { answers: shop.proposals('LowStockReported').at(-1)! },
  );
  reserve(4);
  await run();
  expect(turns()).toBe(1);
  receive(24);
  reserve(2);
  await run();
  expect(turns()).toBe(2);
});

test('[INV6] goods that leave it low are looked at again, so that a small delivery does not end the matter', async () => {
  const { now, run, receive, reserve } = await openMugs();
  reserve(1);
  await run();
  now.low = true;
  receive(3);
  expect((await run()).map((one) => one.type)).toEqual(['ReorderRequested']);
});

test('[INV7] only what was outrun is proposed anew, twice, and then given up in words', async () => {
  const { shop, run, reserve } = await openMugs();
  reserve(4);
  await run();
  const [report, reorder] = [shop.proposals('LowStockReported').at(-1)!, shop.proposals('ReorderRequested').at(-1)!];
  shop.refuse(report, 'stale-basis');
  shop.refuse(reorder, 'on-its-way');
  expect((await run()).map((one) => one.type)).toEqual(['LowStockReported']);
  shop.refuse(shop.proposals('LowStockReported').at(-1)!, 'stale-basis');
  expect((await run()).map((one) => one.type)).toEqual(['LowStockReported']);
  shop.refuse(shop.proposals('LowStockReported').at(-1)!, 'stale-basis');
  expect(await run()).toEqual([]);
  expect(shop.turns.at(-1)!.summary).toContain('gives up');
});

test('[INV8] a new product is not low before its first goods have come; too few of them are', async () => {
  const { shop, now, run, receive } = mugs();
  shop.append('NewProduct', { sku: 'MUG-1', title: 'Enamel mug', description: '', priceCents: 1450, lowStockAt: 5 });
  await run();
  expect(shop.turns).toEqual([]);
  now.available = 3;
  receive(3);
  expect((await run()).map((one) => one.type)).toEqual(['LowStockReported', 'ReorderRequested']);
});

test('[INV9] an engine cannot make it speak of other products', async () => {
  const { shop, reserve } = await openMugs();
  reserve(4);
  const reports = [{ sku: 'LAMP-2', available: 0 }];
  const text = JSON.stringify({ reports, reorders: [{ sku: 'LAMP-2', qty: 9999, reason: 'because' }], summary: 'x' });
  await shop.run(inventory, { ...engine, generate: async () => ({ text, toolCalls: [], usage: null }) });
  expect(shop.turns.at(-1)!.proposals).toEqual([]);
});

/** The reorder that is asked for next, once stock is down to this. */
async function nextReorder({ run, reserve, now }: Awaited<ReturnType<typeof openMugs>>, available = 4) {
  now.available = available;
  reserve(available, 1);
  const reorder = (await run()).find((one) => one.type === 'ReorderRequested');
  return reorder?.data as { qty: number; reason: string; restsOn: number[] };
}

test('[INV14] a cancelled order is no demand, and neither it nor a served one waits', async () => {
  const world = await openMugs();
  const { shop } = world;
  const order = (orderId: string, qty: number) => {
    shop.append('OrderPlaced', { orderId, customerId: 'c-7', items: [{ sku: 'MUG-1', qty, unitCents: 1450 }] });
    shop.append('StockShort', { orderId, items: [{ sku: 'MUG-1', qty, available: 1 }] });
  };
  order('cancelled', 40);
  order('served', 30);
  order('waiting', 6);
  shop.append('OrderCancelled', { orderId: 'cancelled', customerId: 'c-7', paidBackCents: 0 });
  shop.append('StockReserved', { orderId: 'served', items: [{ sku: 'MUG-1', qty: 30, available: 20 }] });
  const { qty, reason } = await nextReorder(world);
  expect(reason).toMatch(/^4 available, threshold 5, 6 waited for; 37 ordered in 7 days/);
  // 37 in 7 days, for 7 + 14 days: 111, and 37 for safety; 4 are there, 6 are gone as soon as they come.
  expect(qty).toBe(150);
});

test('[INV14] from the second delivery on, lead time is what deliveries took', async () => {
  const world = await openMugs();
  const { shop, receive } = world;
  const deliver = (reorderId: string) => {
    const placed = shop.append('ReorderPlaced', { reorderId, sku: 'MUG-1', qty: 5 });
    const came = shop.append('StockReceiptReported', { sku: 'MUG-1', qty: 5, reorderId });
    receive(20, came);
    return placed;
  };
  deliver('r-1');
  expect((await nextReorder(world)).reason).toContain('7 days until goods come (assumed)');
  receive(20);
  deliver('r-2');
  // Two minutes in this test's world.
  expect((await nextReorder(world)).reason).toContain('0 days until goods come (as seen)');
});

test('[INV15] every reorder names the facts it rests on, and an engine orders no warehouse', async () => {
  const { shop, reserve, now } = await openMugs();
  now.available = 4;
  reserve(4, 3);
  const text = JSON.stringify({ reports: [], reorders: [{ sku: 'MUG-1', qty: 9_999, reason: 'more' }], summary: 'x' });
  await shop.run(inventory, { ...engine, generate: async () => ({ text, toolCalls: [], usage: null }) });
  const { qty, restsOn } = shop.turns.at(-1)!.proposals[0]!.data as { qty: number; restsOn: number[] };
  expect(qty).toBe(2 * 15);
  expect(restsOn.map((position) => shop.log[position - 1]!.type)).toEqual(['OrderPlaced', 'StockReserved']);
});
