import { cents, type EventOf, type WantedItem } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, Refusal } from '../Service';
import { isVisitor } from '../visitor';
import type { OrderBook } from './OrderBook';
import { todaysCents } from './variants';

/** Takes an order at today's prices. Whether there is stock for it the Inventory service says later. */
export function decideOrder(book: OrderBook, { data }: EventOf<'OrderSubmitted'>): Decision {
  const { orderId, customerId, items } = data;
  if (book.orders.has(orderId)) return refuse('order-exists', `the order number ${orderId} cannot be used again`);
  if (isVisitor(customerId)) return refuse('not-a-customer', 'only a customer can order');
  const no = refuseItemList(book, items);
  if (no) return no;

  const bought = items.map((item) => ({ ...item, unitCents: todaysCents(book, item.sku) }));
  const totalCents = bought.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
  if (!cents.safeParse(totalCents).success) return refuse('too-big', 'the order costs more than the shop can take');
  return [{ type: 'OrderPlaced', data: { ...data, items: bought } }];
}

/** No when a list of items names a sku twice, or one that the shop does not sell. */
export function refuseItemList(book: OrderBook, items: readonly WantedItem[]): Refusal | undefined {
  const twice = items.find((item, i) => items.findIndex(({ sku }) => sku === item.sku) < i);
  if (twice) return refuse('same-sku-twice', `${twice.sku} is in the order twice`);
  const unknown = items.find(({ sku }) => !book.prices.has(sku));
  return unknown && refuse('unknown-sku', `the shop does not sell ${unknown.sku}`);
}
