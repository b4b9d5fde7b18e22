import { expect, test } from 'vitest';
import type { CustomerId, Sku } from '../../contracts';
import { FakeShop } from '../testing/FakeShop';
import { mailIn } from '../testing/furnish';
import { euros } from '../../kernel';
import { rememberHistory, sayHistory, type Histories } from './history';

const titleOf = (sku: Sku) => (sku === 'MUG-1' ? 'Enamel mug' : sku);

function historyIn(shop: FakeShop, customer: string) {
  const histories: Histories = new Map();
  shop.log.forEach((event) => rememberHistory(histories, event));
  return histories.get(customer as CustomerId);
}
const place = (shop: FakeShop, orderId: string, customerId: string) =>
  shop.append('OrderPlaced', { orderId, customerId, items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }] });
const refund = (shop: FakeShop, orderId: string, cents: number) =>
  shop.append('RefundProcessed', { orderId, customerId: 'c-7', sku: 'MUG-1', qty: 1, cents, refundedCents: cents });
const reply = (shop: FakeShop, mailId: string) =>
  shop.append('ReplySent', { mailId, customerId: 'c-7', text: shop.keep('yes') });

test('[HIS4] a history says what was ordered, paid back, is open and was written, and how far it has read', () => {
  const shop = new FakeShop();
  place(shop, '1001', 'c-7');
  place(shop, '1002', 'c-7');
  place(shop, '1003', 'c-8');
  shop.append('OrderDelivered', { orderId: '1001', customerId: 'c-7' });
  shop.append('OrderBackordered', { orderId: '1002', customerId: 'c-7' });
  refund(shop, '1001', 1450);
  refund(shop, '1001', 1000);
  mailIn(shop, 'Hello', { mailId: 'm-1' });
  reply(shop, 'm-1');
  mailIn(shop, 'Hello again', { mailId: 'm-2' });
  const last = shop.append('Escalated', { mailId: 'm-2', customerId: 'c-7', reason: 'unclear', because: 'it is' });
  shop.append('OrderDelivered', { orderId: '1003', customerId: 'c-8' });

  expect(sayHistory(historyIn(shop, 'c-7'), titleOf, euros).split('\n')).toEqual([
    'Orders: 2; the last: 1001 delivered, 1002 waiting for stock.',
    'Refunds: €24.50 in all; the last: 1 × Enamel mug of order 1001, 1 × Enamel mug of order 1001.',
    'Open matters: order 1002 waits for stock, mail m-2 is with a person.',
    'Last mails: m-1 of 2026-05-01, answered, m-2 of 2026-05-01, with a person.',
    `Read up to position ${last.position}.`,
  ]);
  expect(sayHistory(historyIn(shop, 'c-9'), titleOf, euros)).toBe('Nothing is known about them.');
});

test('[HIS4] it stays short: the oldest orders and answered mails fall out, what is open stays', () => {
  const shop = new FakeShop();
  for (let n = 1; n <= 20; n++) {
    place(shop, `10${n}`, 'c-7');
    mailIn(shop, 'Hello', { mailId: `m-${n}` });
    if (n > 2) reply(shop, `m-${n}`);
  }
  const history = historyIn(shop, 'c-7')!;
  expect(history.ordered).toBe(20);
  expect([...history.orders.keys()]).toEqual(['1016', '1017', '1018', '1019', '1020']);
  expect([...history.mails.keys()]).toEqual(['m-1', 'm-2', 'm-18', 'm-19', 'm-20']);
});
