import { expect, test } from 'vitest';
import type { OrderId, PostId, Sku } from '../contracts';
import { foldAll, type OrderRow, type PostRow, type StockRow } from '../projections';
import { differences } from './differences';

const post = (text: string, status: PostRow['status'] = 'published') => ({ text, status }) as PostRow;
const order = (paidCents: number, paidBackCents: number) =>
  ({ status: 'delivered', refund: 'none', paidCents, paidBackCents }) as unknown as OrderRow;

test('[CMP1] two shops differ in stock, orders, money, and in what posts say and whether they are out', () => {
  const [a, b] = [foldAll([]), foldAll([])];
  expect(differences(a, b)).toEqual([]);

  a.campaigns.posts.set('p-1' as PostId, post('New: a mug'));
  b.campaigns.posts.set('p-1' as PostId, post('A mug is new'));
  a.campaigns.posts.set('p-2' as PostId, post('Sale'));
  b.campaigns.posts.set('p-2' as PostId, post('Sale', 'withdrawn'));
  b.campaigns.posts.set('p-3' as PostId, post('Only here'));
  const level = { onHand: 5, reserved: 0, returned: 0 };
  a.stock.set('MUG-1' as Sku, { ...level, available: 5 } as StockRow);
  b.stock.set('MUG-1' as Sku, { ...level, available: 4, reserved: 1 } as StockRow);
  a.orders.set('1042' as OrderId, order(2900, 0));
  b.orders.set('1042' as OrderId, order(2900, 1450));

  expect(differences(a, b)).toEqual([
    { about: 'money', key: 'all orders', field: 'paidBackCents', a: 0, b: 1450 },
    { about: 'money', key: 'all orders', field: 'keptCents', a: 2900, b: 1450 },
    { about: 'stock', key: 'MUG-1', field: 'available', a: 5, b: 4 },
    { about: 'stock', key: 'MUG-1', field: 'reserved', a: 0, b: 1 },
    { about: 'orders', key: '1042', field: 'paidBackCents', a: 0, b: 1450 },
    { about: 'posts', key: 'p-1', field: 'text', a: 'New: a mug', b: 'A mug is new' },
    { about: 'posts', key: 'p-2', field: 'status', a: 'published', b: 'withdrawn' },
    { about: 'posts', key: 'p-3', field: 'status', a: null, b: 'published' },
    { about: 'posts', key: 'p-3', field: 'text', a: null, b: 'Only here' },
  ]);
});
