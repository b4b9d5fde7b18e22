import type { EventOf } from '../../contracts';
import { euros } from '../../kernel';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { OrderBook } from './OrderBook';

/** Books money on an order, at most what it costs. */
export function decidePayment(book: OrderBook, { data: { orderId, cents } }: EventOf<'PaymentCaptured'>): Decision {
  const order = book.orders.get(orderId);
  if (!order) return refuse('unknown-order', `there is no order ${orderId}`);
  if (order.status === 'cancelled') return refuse('order-cancelled', `order ${orderId} is cancelled`);
  const paidCents = order.paidCents + cents;
  if (paidCents > order.totalCents) {
    const [costs, paid] = [euros(order.totalCents), euros(order.paidCents)];
    return refuse('overpaid', `order ${orderId} costs ${costs} and ${paid} of it is paid already`);
  }
  return [{ type: 'PaymentRecorded', data: { orderId, customerId: order.customerId, cents, paidCents } }];
}
