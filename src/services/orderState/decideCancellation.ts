import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import type { Due } from './Due';
import { netCents, shareOut } from './money';
import { orderOf, type OrderBook } from './OrderBook';
import { refuseUnlessPending, unknownOrder } from './refusals';

const words: Readonly<Record<EventOf<'CancellationRequested'>['data']['reason'], string>> = {
  'no-longer-needed': 'it is no longer needed',
  'ordered-by-mistake': 'it was ordered by mistake',
  'too-slow': 'it takes too long',
  other: 'of some other reason',
};

/** Calls an order off while it is still in the house; each method gets back what it paid, net. */
export function dueCancellation(book: OrderBook, { data }: EventOf<'CancellationRequested'>): Due | Refusal {
  const { orderId, customerId, reason } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  if (order.status === 'cancelled') return refuse('already-cancelled', `order ${orderId} is already cancelled`);
  const no = refuseUnlessPending(book, order);
  if (no) return no;
  if (!book.policies['cancel-reasons'].reasons.includes(reason)) {
    const accepted = book.policies['cancel-reasons'].reasons.map((one) => words[one]).join(' or ');
    return refuse(
      'no-such-reason',
      `an order can be cancelled here only because ${accepted}, not because ${words[reason]}`,
    );
  }
  const cents = netCents(order);
  const paidBack = [...shareOut(order, cents)];
  const fact = { orderId, customerId, paidBackCents: cents, paidBack, reason };
  return { facts: [{ type: 'OrderCancelled', data: fact }], cents, methodId: null, wants: [] };
}
