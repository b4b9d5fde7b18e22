import { expect, test } from 'vitest';
import { submit } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';
import { atTheSupportDesk, until } from './supportDesk';

const amara = { customerId: 'c-2', orderId: '1276', sku: 'MUG-1', qty: 1, cents: 1450 };

/** An agent looks, thinks for as long as `meanwhile` takes, and then asks for a refund on what it saw. */
async function slowRefund(meanwhile: (shop: TestShop) => Promise<unknown>) {
  const { shop, desk, turn, basis } = await atTheSupportDesk({
    from: 'Amara Okafor <amara.okafor@example.com>',
    subject: 'Broken mug',
    text: 'The mug of order 1276 is broken.',
  });
  await meanwhile(shop);
  await desk.settle({
    turn,
    engine: 'slow',
    model: 'slow',
    seed: 0,
    documents: [],
    transcript: '{}',
    summary: 'asks for a refund',
    proposals: [{ type: 'RefundRequested', data: { ...amara, reason: 'damaged' } }],
  });
  const asked = await until(shop, (event) => event.type === 'RefundRequested' && event.by === 'support');
  const answer = await until(shop, (event) => event.answers === asked.id);
  shop.close();
  return { shop, basis, asked, answer, events: await shop.events() };
}

test('[STALE1] when the shopkeeper refunded the same line meanwhile, the answer is stale-basis and names what moved', async () => {
  let moved = 0;
  const { basis, asked, answer, events } = await slowRefund(async (shop) => {
    await shop.world.door.submit('by-hand', { kind: 'requestRefund', ...amara });
    moved = (await until(shop, (event) => event.type === 'RefundProcessed')).position;
  });
  expect(asked.basis).toBe(basis);
  expect(answer.type).toBe('RefundRejected');
  expect(answer.data).toMatchObject({ rule: 'stale-basis', moved: [moved] });
  expect(moved).toBeGreaterThan(basis);
  expect(events.filter((event) => event.type === 'RefundProcessed')).toHaveLength(1);
});

test('[STALE2] what moved elsewhere does not matter: another line, another sku, another order', async () => {
  const { answer } = await slowRefund(async (shop) => {
    await shop.world.door.submit('other-line', { kind: 'requestRefund', ...amara, sku: 'TEE-1', cents: 2200 });
    await until(shop, (event) => event.type === 'RefundProcessed');
    await shop.world.door.submit('restock', { kind: 'restock', sku: 'MUG-1', qty: 5 });
  });
  expect(answer.type).toBe('RefundProcessed');
});

test('[STALE3] a report from outside has no basis and is never stale', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await submit(shop, 'first', { kind: 'requestRefund', ...amara });
  await submit(shop, 'second', { kind: 'requestRefund', ...amara });
  const rules = (await shop.events()).flatMap((event) => (event.type === 'RefundRejected' ? [event.data.rule] : []));
  expect(rules).toEqual(['already-refunded']);
  shop.close();
});
