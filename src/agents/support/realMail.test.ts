import { expect, test } from 'vitest';
import { scriptedEngine } from '../../llm';
import { agentDefinitions, agentScripts } from '../agents';
import { FakeShop } from '../testing/FakeShop';
import { furnish, mailIn, type TestOrder } from '../testing/furnish';
import { isSettling } from './reading/settling';

const engine = scriptedEngine(agentScripts);
const ana: TestOrder = { orderId: '1042', customerId: 'c-7', status: 'delivered', items: { 'MUG-1': 2 } };
const open: TestOrder = { orderId: '1050', customerId: 'c-7', status: 'confirmed', items: { 'LAMP-2': 1 } };

async function turn(text: string, mail: Parameters<typeof mailIn>[2] = {}, orders = [ana, open]) {
  const shop = new FakeShop();
  furnish(shop, 'c-7', orders);
  shop.tools = { ...shop.tools, variantsOf: () => [], paymentMethods: () => [] };
  mailIn(shop, text, { subject: '', ...mail });
  await shop.run(agentDefinitions.support, engine);
  expect(shop.failures).toEqual([]);
  return shop;
}
const last = (shop: FakeShop) => shop.turns.at(-1)!.proposals[0]!;

test.each([
  ['Automatic reply: your order', 'I am out of the office until Monday. Please cancel order 1050.', 'automatic'],
  ['Thanks!', 'The mugs are wonderful, thank you so much.', 'nothing-asked'],
  ['Traffic', 'Our SEO team can increase your traffic. Interested?', 'nothing-asked'],
])('[SUP20] what wants no answer is put away: %s', async (subject, text, reason) => {
  expect(last(await turn(text, { subject }))).toMatchObject({ type: 'FilingRequested', data: { reason } });
});

test('[SUP17] a letter in another language goes to a person, and nothing is done', async () => {
  const shop = await turn('Guten Tag, bitte stornieren Sie meine Bestellung 1050. Ich habe sie nicht mehr nötig.');
  expect(last(shop)).toMatchObject({ type: 'EscalationRequested', data: { reason: 'other-language' } });
});

test('[SUP21] an answer to a question goes on where the mail before it was', async () => {
  const shop = await turn('The mug arrived broken.');
  const asked = last(shop);
  expect(asked).toMatchObject({ type: 'ReplyDrafted', data: { asks: true } });
  shop.append(
    'ReplySent',
    { mailId: 'm-1', customerId: 'c-7', text: '0'.repeat(64) },
    { answers: shop.proposals('ReplyDrafted')[0]! },
  );
  mailIn(shop, 'I would rather have my money back please, for one of them.', { mailId: 'm-2', subject: 'Re:' });
  await shop.run(agentDefinitions.support, engine);
  expect(last(shop)).toMatchObject({
    type: 'RefundRequested',
    data: { orderId: '1042', sku: 'MUG-1', reason: 'damaged' },
  });
});

test('[SUP21] support asks once; an answer that does not help goes to a person', async () => {
  const shop = await turn('Please cancel my order.', {}, [open, { ...open, orderId: '1051' }]);
  expect(last(shop)).toMatchObject({ type: 'ReplyDrafted', data: { asks: true } });
  shop.append(
    'ReplySent',
    { mailId: 'm-1', customerId: 'c-7', text: '0'.repeat(64) },
    { answers: shop.proposals('ReplyDrafted')[0]! },
  );
  mailIn(shop, 'Hm.', { mailId: 'm-2', subject: 'Re:' });
  await shop.run(agentDefinitions.support, engine);
  expect(last(shop)).toMatchObject({ type: 'EscalationRequested', data: { reason: 'asked-before' } });
});

test.each([
  ['If I cancelled order 1050, would I get everything back?'],
  ['I do not want to cancel order 1050, I only want to know when it comes.'],
  ['Is it returnable in case I do not like it? I have not decided yet.'],
  ['Please cancel order 1050. Actually, scratch that, I will keep it.'],
  ['My brother says I should cancel order 1050 because it is ugly. When does it ship?'],
  ['I asked for a return of the mug from order 1042 yesterday but please ignore that.'],
  ['I was going to ask for my money back for the mug (1042), but it grows on me.'],
])('[SUP15] nothing is asked for by: %s', async (text) => {
  expect(['ReplyDrafted', 'EscalationRequested', 'FilingRequested']).toContain(last(await turn(text)).type);
});

test('[SUP13] what is wanted is found at the end of a long letter, too', async () => {
  const shop = await turn(`${'We had a lovely summer by the sea. '.repeat(2_000)}\nPlease cancel order 1050.`);
  expect(last(shop)).toMatchObject({ type: 'CancellationRequested', data: { orderId: '1050' } });
});

test('[SUP22] amounts are written in the currency of the shop', async () => {
  const shop = new FakeShop();
  shop.append('CurrencySet', { currency: 'GBP' });
  furnish(shop, 'c-7', [ana]);
  mailIn(shop, 'Please give me my money back for one mug of order 1042.', { subject: '' });
  await shop.run(agentDefinitions.support, engine);
  expect(shop.failures).toEqual([]);
  expect(JSON.stringify(shop.turns.at(-1))).toContain('£');
  expect(JSON.stringify(shop.turns.at(-1))).not.toContain('€');
});

test('[SUP6] what has gone back already is not exchanged: the customer is told so', async () => {
  const shop = new FakeShop();
  furnish(shop, 'c-7', [{ ...ana, refunded: { 'MUG-1': 2 } }]);
  shop.tools = { ...shop.tools, variantsOf: () => [], paymentMethods: () => [] };
  mailIn(shop, 'Please exchange both mugs of order 1042 for green ones.', { subject: '' });
  await shop.run(agentDefinitions.support, engine);
  expect(shop.failures).toEqual([]);
  expect(last(shop).type).toBe('ReplyDrafted');
});

test.each([
  ['Your page says order 1042 was delivered. Nothing is here, and nobody has seen it.', 'said to be delivered'],
  ['I would like to return the mugs from order 1042, I got them from you ten months ago.', 'long ago'],
  ['Please exchange the mugs of order 1042 for one of your kettles.', 'another thing'],
  ['I sent both mugs of order 1042 back to you three weeks ago, please give me my money back.', 'back already'],
])('[SUP23] what no rule of the shop covers goes to a person: %s', async (text, because) => {
  const shop = await turn(text);
  expect(last(shop)).toMatchObject({ type: 'EscalationRequested' });
  expect(JSON.stringify(shop.turns.at(-1))).toContain(because);
});

test('[SUP23] how a difference is settled is no wish of its own', () => {
  expect(isSettling('The difference can go back to my PayPal.')).toBe(true);
  expect(isSettling('What is left over goes to my gift card')).toBe(true);
  expect(isSettling('Would you refund me the difference?')).toBe(false);
  expect(isSettling('What is the difference between the two?')).toBe(false);
});

test('[SUP6] money for a parcel that is still on its way does not go back yet: the customer is told when it does', async () => {
  const onItsWay: TestOrder = { orderId: '1060', customerId: 'c-7', status: 'shipped', items: { 'LAMP-2': 1 } };
  for (const text of ['I want my money back for order 1060.', 'I would like to return the lamp of order 1060.']) {
    const proposal = last(await turn(text, {}, [onItsWay]));
    expect(proposal).toMatchObject({ type: 'ReplyDrafted' });
  }
});
