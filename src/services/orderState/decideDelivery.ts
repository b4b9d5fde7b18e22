import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { OrderBook } from './OrderBook';

/** A parcel arrives once, after it was sent. */
export function decideDelivery(book: OrderBook, { data: { orderId } }: EventOf<'DeliveryReported'>): Decision {
  const order = book.orders.get(orderId);
  if (!order) return refuse('unknown-order', `there is no order ${orderId}`);
  if (order.status === 'delivered') return refuse('already-delivered', `order ${orderId} has already arrived`);
  if (order.status !== 'shipped') return refuse('not-shipped', `order ${orderId} was never shipped`);
  return [{ type: 'OrderDelivered', data: { orderId, customerId: order.customerId } }];
}
