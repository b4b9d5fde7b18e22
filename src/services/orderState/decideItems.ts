import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import { moveFor } from './difference';
import type { Due } from './Due';
import { orderOf, type OrderBook } from './OrderBook';
import { refuseUnlessPending, unknownOrder } from './refusals';
import { swapVariants } from './variants';

/** Puts other variants of the same products into an order that is still in the house; the difference moves once. */
export function dueItems(book: OrderBook, { id, data }: EventOf<'ItemsChangeRequested'>, held: boolean): Due | Refusal {
  const { orderId, customerId, methodId } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  const no = refuseUnlessPending(book, order);
  if (no) return no;
  if (order.pendingChange && order.pendingChange !== id) {
    return refuse('change-underway', `another change of order ${orderId} waits for its stock`);
  }
  const { sameVariant } = book.policies['item-changes'];
  const swap = swapVariants(book, order, data.changes, { sameVariant, replacesSame: false, held });
  if ('rejected' in swap) return swap;
  const move = moveFor(book, order, { totalCents: swap.totalCents, methodId });
  if ('rejected' in move) return move;
  const { changes, totalCents, wants } = swap;
  const fact = { orderId, customerId, change: id, changes, totalCents, ...move };
  return { facts: [{ type: 'ItemsChanged', data: fact }], cents: move.difference?.cents ?? 0, methodId, wants };
}
