import type { EventId, EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { FactDraft } from '../Service';
import { refuseAsked, resume } from './decideAsked';
import type { OrderBook } from './OrderBook';

/** The stock is set aside: an order that still waits for it is confirmed, and so is a change. A cancelled one stays cancelled. */
export function followReservation(
  book: OrderBook,
  { data: { orderId, change } }: EventOf<'StockReserved'>,
): readonly FactDraft[] {
  if (change) return followHeld(book, change);
  const order = book.orders.get(orderId);
  if (order?.status !== 'placed' && order?.status !== 'backordered') return [];
  return [{ type: 'OrderConfirmed', data: { orderId, customerId: order.customerId } }];
}

/** There is not enough: the order waits, and a change of one comes to nothing. */
export function followShortage(book: OrderBook, { data }: EventOf<'StockShort'>): readonly FactDraft[] {
  const { orderId, change, items } = data;
  const asked = change && book.asked.get(change);
  if (asked) {
    const [first] = items;
    return [refuseAsked(asked, refuse('not-available', `${first?.qty} × ${first?.sku} are not available`))];
  }
  const order = change ? undefined : book.orders.get(orderId);
  if (order?.status !== 'placed') return [];
  return [{ type: 'OrderBackordered', data: { orderId, customerId: order.customerId } }];
}

/** The new units are set aside: the change is decided once more, now that nobody can take them. */
function followHeld(book: OrderBook, change: EventId): readonly FactDraft[] {
  const asked = book.asked.get(change);
  return asked ? resume(book, asked, { approval: true, stock: true }).facts : [];
}
