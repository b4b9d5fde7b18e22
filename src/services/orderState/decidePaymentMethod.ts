import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import type { Due } from './Due';
import { netCents, shareOut } from './money';
import { orderOf, type OrderBook } from './OrderBook';
import { refuseMethod, refuseShort, refuseUnlessPending, unknownOrder } from './refusals';

/** Pays an order that has not left with one other method: who paid gets it back, the new one pays as much, in one fact. */
export function duePaymentMethod(book: OrderBook, { data }: EventOf<'PaymentMethodChangeRequested'>): Due | Refusal {
  const { orderId, customerId, methodId } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  const no = refuseUnlessPending(book, order) ?? refuseMethod(book, methodId, customerId);
  if (no) return no;

  const cents = netCents(order);
  const refunded = [...shareOut(order, cents)];
  if (cents === 0) return refuse('nothing-paid', `nothing was paid for order ${orderId} yet`);
  if (refunded.every((part) => part.methodId === methodId)) {
    return refuse('same-method', `order ${orderId} is paid with ${methodId} already`);
  }
  const ownCents = refunded.find((part) => part.methodId === methodId)?.cents ?? 0;
  const short = refuseShort(book, methodId, cents - ownCents);
  if (short) return short;
  const fact = { orderId, customerId, refunded, charged: { methodId, cents } };
  return { facts: [{ type: 'PaymentMethodChanged', data: fact }], cents, methodId, wants: [] };
}
