import type { MethodId, MoneyMove } from '../../contracts';
import type { Refusal } from '../Service';
import { isPaid, netCents, settledCents } from './money';
import type { Order, OrderBook } from './OrderBook';
import { refuseMethod, refuseShort } from './refusals';

/**
 * The one movement of money that a change of price comes to. An order that is paid pays the difference or gets it back; of one that
 * is not, only what was paid too much goes back. Any method of the customer's own can be chosen, also to get money back (see
 * docs/decisions/differences-go-where-the-customer-says.md); without one it is whoever has paid the most.
 */
export function moveFor(
  book: OrderBook,
  order: Order,
  { totalCents, methodId }: { readonly totalCents: number; readonly methodId: MethodId | null },
): { readonly difference: MoneyMove | null } | Refusal {
  const no = refuseMethod(book, methodId, order.customerId);
  if (no) return no;
  const isSettled = isPaid(order) || order.status === 'delivered';
  const cents = isSettled ? totalCents - order.totalCents : Math.min(0, totalCents - settledCents(order));
  // Money back is at most what is left of the money, whatever the lines say.
  const backCents = Math.min(-cents, netCents(order));
  const way = methodId ?? mainPayer(order);
  if (cents > 0) return refuseShort(book, way, cents) ?? { difference: { methodId: way, kind: 'charge', cents } };
  return { difference: backCents > 0 ? { methodId: way, kind: 'refund', cents: backCents } : null };
}

/** Who has paid the most, less what went back; the oldest of equals, and the bank when nobody has. */
function mainPayer({ paidBy }: Order): MethodId | null {
  const payers = [...paidBy].filter(([, net]) => net > 0);
  return payers.sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
