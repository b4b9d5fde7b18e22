import { isOneOf, moneyMoves, type MethodId, type OrderId } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Payers {
  readonly giftCards: Set<MethodId>;
  /** What each method paid for each order, less what it got back; the bank is null. */
  readonly nets: Map<OrderId, ReadonlyMap<MethodId | null, number>>;
}

/** Changing who pays and then cancelling is where a shop pays twice: here a payer can only get back what it paid and has not got back. */
export const moneyGoesBackToWhoPaid = defineInvariant<Payers>({
  id: 'INV15',
  says: 'A payer gets back at most what it paid and has not got back; only a gift card, or who is named for a difference, can get what another paid.',
  open: () => ({ giftCards: new Set(), nets: new Map() }),
  check({ giftCards, nets }, event) {
    if (event.type === 'PaymentMethodAdded' && event.data.kind === 'gift-card') giftCards.add(event.data.methodId);
    const moves = moneyMoves(event);
    if (moves.length === 0 || !('orderId' in event.data) || event.data.orderId === null) return null;
    const { orderId } = event.data;
    const net = new Map(nets.get(orderId));
    nets.set(orderId, net);
    if (event.type === 'PaymentMethodChanged') {
      const back = event.data.refunded.reduce((sum, part) => sum + part.cents, 0);
      const { cents } = event.data.charged;
      if (back !== cents)
        return `order ${orderId} pays back ${back} cents and charges ${cents} for a change of who pays`;
    }
    const isShared = isOneOf(event, ['OrderCancelled', 'RefundProcessed', 'PaymentMethodChanged']);
    for (const { methodId, kind, cents } of moves) {
      const before = net.get(methodId) ?? 0;
      net.set(methodId, kind === 'charge' ? before + cents : before - cents);
      if (!isShared || kind === 'charge' || (methodId !== null && giftCards.has(methodId))) continue;
      if (cents > before)
        return `${methodId ?? 'the bank'} got ${cents} cents back for order ${orderId}, and ${before} were left of what it paid`;
    }
    return null;
  },
});
