import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { OrderBook } from './OrderBook';

/** A parcel arrives once, after it was sent; so does that of an exchange. */
export function decideDelivery(book: OrderBook, { data: { orderId } }: EventOf<'DeliveryReported'>): Decision {
  const order = book.orders.get(orderId);
  if (!order) return refuse('unknown-order', `there is no order ${orderId}`);
  const { customerId, status, exchange } = order;
  if (exchange.status === 'sent') return [{ type: 'ReplacementDelivered', data: { orderId, customerId } }];
  if (status === 'delivered') return refuse('already-delivered', `order ${orderId} has already arrived`);
  if (status !== 'shipped') return refuse('not-shipped', `order ${orderId} was never shipped`);
  return [{ type: 'OrderDelivered', data: { orderId, customerId } }];
}
