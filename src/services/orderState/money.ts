import type { MethodId, MoneyMove, MoneyPart } from '../../contracts';
import { moneyIn } from '../../kernel';
import type { Order, OrderBook } from './OrderBook';

/** What is left of the money for an order: it can go back, and no more than it. */
export function netCents({ paidCents, paidBackCents }: Pick<Order, 'paidCents' | 'paidBackCents'>): number {
  return paidCents - paidBackCents;
}

/** How much of the price is paid. What was refunded counts: a refund is no debt. */
export function settledCents(order: Order): number {
  return netCents(order) + order.refundedCents;
}

/** True when everything the order costs is paid. */
export function isPaid(order: Order): boolean {
  return settledCents(order) >= order.totalCents;
}

/**
 * Shares out so many cents, at most what is left of the money, among those who paid: each gets back at most what it paid and has not
 * got back. `first` comes first, then whoever paid first. Every payment back in this house is shared out here, so that changing who
 * pays and then cancelling cannot pay twice.
 */
export function shareOut(
  order: Pick<Order, 'paidBy'>,
  cents: number,
  first: MethodId | null = null,
): readonly MoneyPart[] {
  const payers = [...order.paidBy].filter(([, net]) => net > 0);
  const sorted = [...payers.filter(([id]) => id === first), ...payers.filter(([id]) => id !== first)];
  let left = cents;
  return sorted.flatMap(([methodId, net]) => {
    const part = Math.min(net, left);
    left -= part;
    return part > 0 ? [{ methodId, cents: part }] : [];
  });
}

/** What each method has paid, net, after this movement too. */
export function afterMove(paidBy: Order['paidBy'], { methodId, kind, cents }: MoneyMove): Order['paidBy'] {
  const net = (paidBy.get(methodId) ?? 0) + (kind === 'charge' ? cents : -cents);
  return new Map(paidBy).set(methodId, net);
}

/** Cents in words, in the currency of the shop. */
export function inMoney(book: OrderBook, cents: number): string {
  return moneyIn(book.currency)(cents);
}
