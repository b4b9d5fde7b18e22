import type { EventOf } from '../../contracts';
import type { FactDraft } from '../Service';
import type { OrderBook } from './OrderBook';

/** The stock is set aside: an order that still waits for it is confirmed. A cancelled one stays cancelled. */
export function followReservation(
  book: OrderBook,
  { data: { orderId } }: EventOf<'StockReserved'>,
): readonly FactDraft[] {
  const order = book.orders.get(orderId);
  if (order?.status !== 'placed' && order?.status !== 'backordered') return [];
  return [{ type: 'OrderConfirmed', data: { orderId, customerId: order.customerId } }];
}

/** There is not enough: the order waits. */
export function followShortage(book: OrderBook, { data: { orderId } }: EventOf<'StockShort'>): readonly FactDraft[] {
  const order = book.orders.get(orderId);
  if (order?.status !== 'placed') return [];
  return [{ type: 'OrderBackordered', data: { orderId, customerId: order.customerId } }];
}
