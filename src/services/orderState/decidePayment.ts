import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { inMoney, settledCents } from './money';
import type { OrderBook } from './OrderBook';
import { refuseMethod, refuseShort } from './refusals';

/** Books money on an order, at most what it costs; from a gift card at most what is on it. */
export function decidePayment(book: OrderBook, { data }: EventOf<'PaymentCaptured'>): Decision {
  const { orderId, cents, methodId } = data;
  const order = book.orders.get(orderId);
  if (!order) return refuse('unknown-order', `there is no order ${orderId}`);
  if (order.status === 'cancelled') return refuse('order-cancelled', `order ${orderId} is cancelled`);
  if (settledCents(order) + cents > order.totalCents) {
    const [costs, paid] = [inMoney(book, order.totalCents), inMoney(book, settledCents(order))];
    return refuse('overpaid', `order ${orderId} costs ${costs} and ${paid} of it is paid already`);
  }
  const way = methodId ?? null;
  const no = refuseMethod(book, way, order.customerId) ?? refuseShort(book, way, cents);
  if (no) return no;
  const paidCents = order.paidCents + cents;
  return [{ type: 'PaymentRecorded', data: { ...data, customerId: order.customerId, paidCents } }];
}
