import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import { moveFor } from './difference';
import type { Due } from './Due';
import { orderOf, type OrderBook } from './OrderBook';
import { refuseLate, refuseUnlessDelivered, unknownOrder } from './refusals';
import { swapVariants } from './variants';

/** Takes delivered units back for other variants of the same products; the difference moves once. */
export function dueExchange(
  book: OrderBook,
  { id, data, at }: EventOf<'ExchangeRequested'>,
  held: boolean,
): Due | Refusal {
  const { orderId, customerId, methodId, reason } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  const isOwn = order.pendingChange === id;
  const no =
    refuseUnlessDelivered(isOwn ? { ...order, pendingChange: null } : order) ?? refuseLate(book, order, reason, at);
  if (no) return no;
  const { once, sameVariant } = book.policies.exchanges;
  if (once && order.exchange.status !== 'none') {
    return refuse('already-exchanged', `order ${orderId} was exchanged once already`);
  }
  const swap = swapVariants(book, order, data.changes, { sameVariant, replacesSame: true, held });
  if ('rejected' in swap) return swap;
  const move = moveFor(book, order, { totalCents: swap.totalCents, methodId });
  if ('rejected' in move) return move;
  const { changes, totalCents, wants } = swap;
  const fact = { orderId, customerId, change: id, changes, totalCents, ...move };
  return { facts: [{ type: 'ExchangeAccepted', data: fact }], cents: move.difference?.cents ?? 0, methodId, wants };
}
