import { moneyMoves, type MethodId } from '../../contracts';
import { defineInvariant } from './Invariant';

/** A gift card is money: what is not on it cannot be spent. */
export const giftCardsNeverShort = defineInvariant<Map<MethodId, number>>({
  id: 'INV14',
  says: 'No gift card is charged more than is left on it.',
  open: () => new Map(),
  check(balances, event) {
    if (event.type === 'PaymentMethodAdded' && event.data.kind === 'gift-card') {
      const { methodId, openingCents } = event.data;
      if (!balances.has(methodId)) balances.set(methodId, openingCents);
      return null;
    }
    // What moved in another system before moved no balance here.
    if (event.type === 'OrderTakenOver') return null;
    for (const { methodId, kind, cents } of moneyMoves(event)) {
      const before = methodId === null ? undefined : balances.get(methodId);
      if (methodId === null || before === undefined) continue;
      const after = kind === 'charge' ? before - cents : before + cents;
      balances.set(methodId, after);
      if (after < 0) return `the gift card ${methodId} had ${before} cents left and was charged ${cents}`;
    }
    return null;
  },
});
