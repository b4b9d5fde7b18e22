import type { MethodId, MoneyPart } from '../../contracts';
import { shareOut } from './money';
import type { Order, OrderBook } from './OrderBook';

/** To whom a refund goes: a chosen gift card takes all of it, a chosen payer as much as it paid, the rest goes to the other payers. */
export function payBack(
  book: OrderBook,
  order: Pick<Order, 'paidBy'>,
  cents: number,
  methodId: MethodId | null,
): readonly MoneyPart[] {
  if (methodId && book.methods.get(methodId)?.kind === 'gift-card') return [{ methodId, cents }];
  return shareOut(order, cents, methodId);
}
