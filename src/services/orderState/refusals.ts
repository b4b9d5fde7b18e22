import type { CustomerId, DataOf, MethodId, OrderId } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import { inMoney } from './money';
import { hasLeft, type Method, type Order, type OrderBook } from './OrderBook';

const dayMs = 24 * 60 * 60 * 1000;

/** Of somebody else's order the words are those for none. */
export function unknownOrder(orderId: OrderId): Refusal {
  return refuse('unknown-order', `this customer has no order ${orderId}`);
}

/** No when the order is over, has left, or was changed in a shop where that is the last word. */
export function refuseUnlessPending(book: OrderBook, order: Order): Refusal | undefined {
  const { orderId, status, itemsChanged } = order;
  if (status === 'cancelled') return refuse('order-cancelled', `order ${orderId} is cancelled`);
  if (hasLeft(order)) return refuse('already-shipped', `order ${orderId} is already on its way`);
  if (itemsChanged && book.policies['item-changes'].once) {
    return refuse(
      'items-changed',
      `the items of order ${orderId} were changed: nothing more can be changed or cancelled`,
    );
  }
  return undefined;
}

/** No when the goods are not with the customer, or an exchange of them is still going on. */
export function refuseUnlessDelivered({ orderId, status, exchange, pendingChange }: Order): Refusal | undefined {
  if (status === 'cancelled') return refuse('order-cancelled', `order ${orderId} is cancelled and paid back`);
  if (status !== 'delivered') return refuse('not-delivered', `order ${orderId} has not arrived yet`);
  if (pendingChange || exchange.status === 'accepted' || exchange.status === 'sent') {
    return refuse('exchange-underway', `an exchange of order ${orderId} is still going on`);
  }
  return undefined;
}

type Reason = DataOf<'RefundRequested'>['reason'];

/** No when the goods have been with the customer for too long; longer when the shop is to blame for them. */
export function refuseLate(
  { policies }: OrderBook,
  { orderId, deliveredAt }: Order,
  reason: Reason,
  at: number,
): Refusal | undefined {
  const isOurFault = reason === 'damaged' || reason === 'wrong-item';
  const days = policies['return-days'][isOurFault ? 'faultDays' : 'days'];
  if (deliveredAt === null || at - deliveredAt <= days * dayMs) return undefined;
  return refuse('too-late', `order ${orderId} arrived more than ${days} days ago`);
}

/** No when this is nothing the customer pays with; the bank, null, always is. */
export function refuseMethod(book: OrderBook, methodId: MethodId | null, customerId: CustomerId): Refusal | undefined {
  if (methodId === null || methodOf(book, methodId, customerId)) return undefined;
  return refuse('unknown-method', `this customer has no payment method ${methodId}`);
}

/** No when money cannot go back this way: only to what paid, or to a gift card. */
export function refuseGoal(book: OrderBook, order: Order, methodId: MethodId | null): Refusal | undefined {
  if (methodId === null) return undefined;
  const no = refuseMethod(book, methodId, order.customerId);
  const paid = (order.paidBy.get(methodId) ?? 0) > 0;
  if (no || paid || book.methods.get(methodId)?.kind === 'gift-card') return no;
  return refuse('not-what-paid', `nothing of order ${order.orderId} is paid with ${methodId}, and it is no gift card`);
}

/** No when a gift card does not hold so much. */
export function refuseShort(book: OrderBook, methodId: MethodId | null, cents: number): Refusal | undefined {
  const method = methodId === null ? undefined : book.methods.get(methodId);
  if (method?.kind !== 'gift-card' || method.balanceCents >= cents) return undefined;
  const [left, needed] = [inMoney(book, method.balanceCents), inMoney(book, cents)];
  return refuse('gift-card-short', `the gift card ${methodId} has ${left} left, and ${needed} are needed`);
}

function methodOf(book: OrderBook, methodId: MethodId, customerId: CustomerId): Method | undefined {
  const method = book.methods.get(methodId);
  return method?.customerId === customerId ? method : undefined;
}
