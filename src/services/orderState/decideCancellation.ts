import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { hasLeft, orderOf, type OrderBook } from './OrderBook';

/** Calls an order off while it is still in the house; all that was paid goes back. */
export function decideCancellation(book: OrderBook, { data }: EventOf<'CancellationRequested'>): Decision {
  const { orderId, customerId } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return refuse('unknown-order', `this customer has no order ${orderId}`);
  if (order.status === 'cancelled') return refuse('already-cancelled', `order ${orderId} is already cancelled`);
  if (hasLeft(order)) return refuse('already-shipped', `order ${orderId} is already on its way`);
  return [{ type: 'OrderCancelled', data: { orderId, customerId, paidBackCents: order.paidCents } }];
}
