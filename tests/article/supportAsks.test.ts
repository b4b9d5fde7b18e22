import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Policy, WorldEvent } from '../../src/contracts';
import { openWorldShop } from '../eval/support/openWorldShop';
import type { TestShop } from './shopInOneThread';
import { tellShop } from './tellShop';

const world = readFileSync('tests/eval/support/world.json', 'utf8');
const ana = 'ana.silva@example.org';
let shop: TestShop;

afterEach(() => shop.close());

/** Sends a mail and returns what comes of it, as soon as everybody is done. */
async function write(from: string, text: string, id = 'mail'): Promise<readonly WorldEvent[]> {
  const before = shop.world.log.world().head;
  await shop.world.door.submit(id, { kind: 'writeMail', from, subject: 'My order', text });
  await shop.settled();
  return shop.world.log.read(before, 10_000);
}
const typesOf = (events: readonly WorldEvent[]) =>
  events.filter((one) => one.by === 'support' || one.kind === 'fact').map((one) => one.type);
async function lastReply(): Promise<string> {
  const sent = (await shop.events()).findLast((one) => one.type === 'ReplySent');
  return (sent && (await shop.world.log.text(sent.data.text))) ?? '';
}
const claimsOf = (events: readonly WorldEvent[]) =>
  events.findLast((one) => one.type === 'ReplyDrafted')?.data.claims.map((one) => one.says);
const setPolicy = (policy: Policy) =>
  tellShop(shop, 'policy', { type: 'PolicyChangeRequested', by: 'shopkeeper', data: { policy } });

test('[ASK1] goods that are given back by mail are one return, and the reply says what the answer said', async () => {
  shop = await openWorldShop(world);
  const events = await write(ana, 'I would like to return the poster from order 20411, we do not need it.');
  expect(typesOf(events)).toContain('ReturnAccepted');
  expect(claimsOf(events)).toEqual(['return-accepted']);
  expect(await lastReply()).toContain('€19.00 goes back to you');
});

test('[ASK2] what was delivered is exchanged for the variant that the mail names', async () => {
  shop = await openWorldShop(world);
  const events = await write(ana, 'Could you exchange the two blue mugs of order 20411 for green ones, please?');
  expect(events.find((one) => one.type === 'ExchangeAccepted')?.data.changes).toMatchObject([
    { sku: 'MUG-BLUE', qty: 2, newSku: 'MUG-GREEN' },
  ]);
  expect(claimsOf(events)).toEqual(['exchanged']);
});

test('[ASK3] a variant that is sold out is not exchanged, and the reply says so in the words of the service', async () => {
  shop = await openWorldShop(world);
  const events = await write(ana, 'Please exchange both blue mugs from order 20411 for red mugs.');
  expect(typesOf(events)).toContain('ExchangeRefused');
  expect(await lastReply()).toMatch(/could not exchange .* not available/);
});

/** Parks an address change of this order: nothing is done, the sender is told, and the mail stays open. */
async function park(): Promise<Extract<WorldEvent, { type: 'ApprovalAsked' }>> {
  shop = await openWorldShop(world);
  await setPolicy({ name: 'asked-by-mail', acts: ['address'] });
  await shop.settled();
  const events = await write(ana, 'Please send order 20480 to 14 Rua Augusta, Apt 3, 1100-048 Lisbon, Portugal.');
  const asked = events.find((one) => one.type === 'ApprovalAsked');
  expect(claimsOf(events)).toEqual(['waits-for-approval']);
  expect(typesOf(events).at(-1)).toBe('ReplySent');
  expect(await lastReply()).toContain('nothing is decided yet');
  return asked!;
}

async function decide(asked: Extract<WorldEvent, { type: 'ApprovalAsked' }>, verdict: 'give' | 'refuse') {
  const before = shop.world.log.world().head;
  const { proposalId, payload } = asked.data;
  const data = { proposalId, verdict, payload, because: verdict === 'give' ? '' : 'please call us first' };
  await tellShop(shop, 'verdict', { type: 'ApprovalDecided', by: 'shopkeeper', data });
  await shop.settled();
  return shop.world.log.read(before, 10_000);
}

test('[ASK4] what waits for the shopkeeper is said; agreed to later, the sender hears that it is done', async () => {
  const events = await decide(await park(), 'give');
  expect(claimsOf(events)).toEqual(['address-changed']);
  expect(await lastReply()).toContain('goes to the new address');
  expect([...shop.world.views.inbox.values()].map((one) => one.status)).toEqual(['answered']);
});

test('[ASK4] refused later, the sender hears that, and nothing was done', async () => {
  const events = await decide(await park(), 'refuse');
  expect(typesOf(events)).not.toContain('AddressChanged');
  expect(await lastReply()).toMatch(/could not send order .*: the shop decided against it: please call us first/);
});

test('[ASK5] when the world moves under what waits, support looks again and says what is so then', async () => {
  const asked = await park();
  await tellShop(shop, 'sent', { type: 'ShipmentReported', by: 'carrier', data: { orderId: asked.data.orderId } });
  await shop.settled();
  expect(typesOf(await shop.events())).toContain('ApprovalLapsed');
  expect(await lastReply()).toMatch(/is on its way to you\. Its address can no longer be changed/);
});
