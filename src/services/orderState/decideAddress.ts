import type { EventOf } from '../../contracts';
import type { Refusal } from '../Service';
import type { Due } from './Due';
import { orderOf, type OrderBook } from './OrderBook';
import { refuseUnlessPending, unknownOrder } from './refusals';

/** Sends an order elsewhere while it is still in the house. */
export function dueAddress(book: OrderBook, { data }: EventOf<'AddressChangeRequested'>): Due | Refusal {
  const order = orderOf(book, data.orderId, data.customerId);
  if (!order) return unknownOrder(data.orderId);
  const no = refuseUnlessPending(book, order);
  return no ?? { facts: [{ type: 'AddressChanged', data }], cents: 0, methodId: null, wants: [] };
}
