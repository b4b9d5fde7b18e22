import { expect, test } from 'vitest';
import { scriptedEngine } from '../../llm';
import { agentDefinitions, agentScripts } from '../agents';
import { FakeShop } from '../testing/FakeShop';

const engine = scriptedEngine(agentScripts);
const { marketing } = agentDefinitions;
const promotion = { promotionId: 'pr-1', saleId: 's-1', sku: 'MUG-1' };

function mugs() {
  const shop = new FakeShop();
  const now = {
    available: 0,
    threshold: 5,
    priceCents: 1450,
    sale: null as { saleId: string; percentOff: number; saleCents: number } | null,
  };
  const promotions: { status: string }[] = [];
  shop.tools = {
    stockOf: ({ sku }: { sku: string }) => ({
      sku,
      available: now.available,
      threshold: now.threshold,
      low: false,
      onTheWay: null,
    }),
    productOf: ({ sku }: { sku: string }) => ({
      sku,
      title: 'Enamel mug',
      description: 'White, blue rim.',
      priceCents: now.priceCents,
      sale: now.sale,
    }),
    promotionsOf: () => promotions.map((one) => ({ ...promotion, text: 'x', ...one })),
  };
  const run = async () => {
    const before = shop.turns.length;
    await shop.run(marketing, engine);
    return shop.turns.slice(before).flatMap((turn) => turn.proposals.map(({ type, data }) => ({ type, ...data })));
  };
  const level = (available: number, because: 'received' | 'shipped' = 'received') => {
    now.available = available;
    shop.append('InventoryUpdated', {
      sku: 'MUG-1',
      because,
      qty: 1,
      onHand: available,
      reserved: 0,
      returned: 0,
      available,
      orderId: null,
    });
  };
  const release = (available: number) => {
    now.available = available;
    shop.append('StockReleased', { orderId: '1042', items: [{ sku: 'MUG-1', qty: 1, available }] });
  };
  const startSale = () => {
    now.sale = { saleId: 's-1', percentOff: 20, saleCents: 1160 };
    shop.append('SaleStarted', { ...now.sale, sku: 'MUG-1' });
  };
  const alert = (available: number) => {
    now.available = available;
    shop.append('StockReserved', { orderId: '1042', items: [{ sku: 'MUG-1', qty: 1, available }] });
    shop.append('LowStockAlert', { sku: 'MUG-1', available, threshold: 5 });
  };
  shop.append('NewProduct', {
    sku: 'MUG-1',
    title: 'Enamel mug',
    description: 'White, blue rim.',
    priceCents: 1450,
    lowStockAt: 5,
  });
  return { shop, now, promotions, run, level, release, startSale, alert };
}

/** A shop in which the new-product post is out and a sale is promoted. */
async function promoting() {
  const world = mugs();
  world.level(20);
  await world.run();
  world.shop.append(
    'PostPublished',
    { postId: 'p-1', sku: 'MUG-1', occasion: 'new-product', text: 'x' },
    { answers: world.shop.proposals('PostDrafted')[0]! },
  );
  world.startSale();
  await world.run();
  world.shop.append(
    'PostPublished',
    { postId: 'p-2', sku: 'MUG-1', occasion: 'sale', text: 'x' },
    { answers: world.shop.proposals('PostDrafted')[1]! },
  );
  world.shop.append(
    'PromotionStarted',
    { ...promotion, text: 'x' },
    { answers: world.shop.proposals('PromotionRequested')[0]! },
  );
  world.promotions.push({ status: 'running' });
  expect(await world.run()).toEqual([]);
  return world;
}

test('[MKT1] a new product gets no post until there is some of it, then exactly one', async () => {
  const { shop, run, level } = mugs();
  expect(await run()).toEqual([]);
  expect(shop.turns[0]!.summary).toContain('waits');
  level(20);
  const posts = await run();
  expect(posts).toEqual([
    {
      type: 'PostDrafted',
      sku: 'MUG-1',
      occasion: 'new-product',
      text: 'New in the shop: Enamel mug, €14.50. In stock. White, blue rim.',
      postId: expect.stringMatching(/^post-/) as unknown,
      // The product and its level.
      restsOn: [1, 3],
    },
  ]);
  shop.append(
    'PostPublished',
    { postId: 'p-1', sku: 'MUG-1', occasion: 'new-product', text: 'x' },
    { answers: shop.proposals('PostDrafted')[0]! },
  );
  level(0, 'shipped');
  level(30);
  expect(await run()).toEqual([]);
});

test('[MKT2] what has just sold out is not posted; it stays owed and is posted when goods come', async () => {
  const { shop, now, run, level } = mugs();
  level(20);
  now.available = 0;
  expect(await run()).toEqual([]);
  level(0, 'shipped');
  level(8);
  expect(await run()).toMatchObject([{ type: 'PostDrafted' }]);
  shop.refuse(shop.proposals('PostDrafted')[0]!, 'none-available');
  level(0, 'shipped');
  expect(await run()).toEqual([]);
  level(9);
  const again = await run();
  expect(again).toMatchObject([
    { type: 'PostDrafted', postId: shop.proposals('PostDrafted')[0]!.data['postId' as never] },
  ]);
});

test('[MKT3] a sale gets a post and a promotion, with the price as it is now', async () => {
  const { run, level, startSale } = mugs();
  level(20);
  await run();
  startSale();
  expect(await run()).toMatchObject([
    { type: 'PostDrafted', occasion: 'sale', text: 'Sale: Enamel mug −20 %, €11.60 instead of €14.50. In stock.' },
    {
      type: 'PromotionRequested',
      saleId: 's-1',
      text: 'Enamel mug −20 %',
      promotionId: expect.stringMatching(/^promotion-/) as unknown,
    },
  ]);
});

test('[MKT3] a sale of what is low is posted but not promoted until the stock is back; of what is gone, neither', async () => {
  const { shop, run, level, startSale } = mugs();
  startSale();
  expect(await run()).toEqual([]);
  level(3);
  expect(await run()).toMatchObject([{ occasion: 'new-product' }, { occasion: 'sale' }]);
  for (const [i, occasion] of ['new-product', 'sale'].entries()) {
    shop.append(
      'PostPublished',
      { postId: `p-${i}`, sku: 'MUG-1', occasion, text: 'x' },
      { answers: shop.proposals('PostDrafted')[i]! },
    );
  }
  level(30);
  expect(await run()).toMatchObject([{ type: 'PromotionRequested' }]);
});

test('[MKT4] a low-stock alert pauses what runs, and goods above the threshold resume it', async () => {
  const { shop, promotions, run, level, alert } = await promoting();
  alert(3);
  expect(await run()).toEqual([
    { type: 'PromotionPauseRequested', sku: 'MUG-1', promotionId: 'pr-1', reason: 'stock low: 3 available' },
  ]);
  shop.append(
    'PromotionPaused',
    { promotionId: 'pr-1', sku: 'MUG-1', reason: 'x' },
    { answers: shop.proposals('PromotionPauseRequested')[0]! },
  );
  promotions[0]!.status = 'paused';
  level(5);
  expect(await run()).toEqual([]);
  level(23);
  expect(await run()).toEqual([
    { type: 'PromotionResumeRequested', sku: 'MUG-1', promotionId: 'pr-1', reason: 'stock back: 23 available' },
  ]);
});

test('[MKT4] goods that came while the pause was being asked for are noticed when it is granted', async () => {
  const { shop, promotions, run, release, alert } = await promoting();
  alert(3);
  await run();
  release(9);
  expect(await run()).toEqual([]);
  shop.append(
    'PromotionPaused',
    { promotionId: 'pr-1', sku: 'MUG-1', reason: 'x' },
    { answers: shop.proposals('PromotionPauseRequested')[0]! },
  );
  promotions[0]!.status = 'paused';
  expect(await run()).toMatchObject([{ type: 'PromotionResumeRequested' }]);
});

test('[MKT5] what the shopkeeper paused is not resumed by the agent', async () => {
  const { shop, promotions, run, level, alert } = await promoting();
  shop.append('PromotionPaused', { promotionId: 'pr-1', sku: 'MUG-1', reason: 'holiday' });
  promotions[0]!.status = 'paused';
  alert(3);
  level(23);
  expect(await run()).toEqual([]);
});

test('[MKT6] a post that a new price outran is drafted anew with that price, twice, then given up in words', async () => {
  const { shop, now, run, level } = mugs();
  level(20);
  await run();
  for (let round = 1; round <= 3; round++) {
    now.priceCents += 100;
    shop.refuse(shop.proposals('PostDrafted').at(-1)!, 'stale-basis');
    const proposals = await run();
    if (round < 3) expect(proposals).toMatchObject([{ text: expect.stringContaining(`€${14 + round}.50`) as unknown }]);
    else expect(proposals).toEqual([]);
  }
  expect(shop.turns.at(-1)!.summary).toContain('gives up');
});

test('[MKT7] an engine cannot make it post what no task asks for', async () => {
  const { shop, level } = mugs();
  level(20);
  const text = JSON.stringify({
    posts: [{ sku: 'LAMP-2', occasion: 'sale', text: 'Everything free!' }],
    promotions: [{ sku: 'MUG-1', saleId: 's-9', text: 'x' }],
    pauses: [{ sku: 'MUG-1', promotionId: 'pr-1', reason: 'x' }],
    resumes: [],
    summary: 'x',
  });
  await shop.run(marketing, { ...engine, generate: async () => ({ text, toolCalls: [], usage: null }) });
  expect(shop.turns.flatMap((turn) => turn.proposals)).toEqual([]);
});

/** A post that went out as it was drafted last, and the desk's word that it no longer stands. */
function publishLast({ shop }: ReturnType<typeof mugs>) {
  const draft = shop.proposals('PostDrafted').at(-1)!;
  shop.append('PostPublished', draft.data, { answers: draft });
  const { postId, sku, occasion } = draft.data as { postId: string; sku: string; occasion: string };
  return (because: string) => shop.append('PostWithdrawn', { postId, sku, occasion, because });
}

test('[MKT8] what a new price made untrue is said anew, in a post of its own that rests on the new price', async () => {
  const world = mugs();
  const { shop, now, run, level } = world;
  level(20);
  const [first] = await run();
  const withdraw = publishLast(world);
  now.priceCents = 1600;
  const changed = shop.append('PriceChanged', { sku: 'MUG-1', priceCents: 1600 });
  withdraw('price-changed');
  const [again, ...more] = await run();
  expect(again).toMatchObject({ text: 'In the shop: Enamel mug, €16.00. In stock. White, blue rim.' });
  expect(again).not.toMatchObject({ postId: (first as { postId?: unknown }).postId });
  expect((again as { restsOn?: unknown }).restsOn).toContain(changed.position);
  expect(more).toEqual([]);
});

test('[MKT8] what was withdrawn as sold out is said again when goods come, once', async () => {
  const world = mugs();
  const { run, level } = world;
  level(20);
  await run();
  const withdraw = publishLast(world);
  level(0, 'shipped');
  withdraw('sold-out');
  expect(await run()).toEqual([]);
  level(8);
  expect(await run()).toMatchObject([{ type: 'PostDrafted', occasion: 'new-product' }]);
  publishLast(world);
  level(9);
  expect(await run()).toEqual([]);
});

test('[MKT8] a sale that is over is not posted again', async () => {
  const world = mugs();
  const { shop, now, run, level, startSale } = world;
  level(20);
  await run();
  publishLast(world);
  startSale();
  await run();
  const withdraw = publishLast(world);
  now.sale = null;
  shop.append('SaleEnded', { saleId: 's-1', sku: 'MUG-1' });
  withdraw('sale-ended');
  expect(await run()).toEqual([]);
});

test('[MKT9] a post names its price in the currency of the shop', async () => {
  const { shop, run, level } = mugs();
  shop.append('CurrencySet', { currency: 'GBP' });
  level(20);
  expect(await run()).toMatchObject([{ text: expect.stringContaining('Enamel mug, £14.50') as unknown }]);
});

test('[MKT9] a prompt that was recorded before it named a currency can be thought through again', async () => {
  const sections = [{ key: 'tasks', title: 'Tasks', text: '(none)', value: [] }];
  const prompt = { task: 'marketing', system: '', sections, tools: [], decision: {}, exchanges: [] };
  expect(await agentScripts.marketing(prompt)).toMatchObject({ decide: { posts: [] } });
});

test('[MKT9] a post is made of what the product is: its name, its options, its price', async () => {
  const { shop, run, level } = mugs();
  const productOf = shop.tools['productOf'] as (args: { sku: string }) => object;
  shop.tools['productOf'] = (args: { sku: string }) => ({
    ...productOf(args),
    options: { colour: 'white', size: 'L' },
  });
  level(20);
  expect(await run()).toMatchObject([
    { text: expect.stringContaining('Enamel mug (colour white, size L), €14.50') as unknown },
  ]);
});
