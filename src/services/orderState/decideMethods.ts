import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, FactDraft } from '../Service';
import { isVisitor } from '../visitor';
import type { OrderBook } from './OrderBook';

/** Notes what customers pay with. What is known already stays as it is: a balance is never set anew. */
export function decideMethods({ methods }: OrderBook, { data }: EventOf<'PaymentMethodsSubmitted'>): Decision {
  const visitor = data.methods.find(({ customerId }) => isVisitor(customerId));
  if (visitor) return refuse('not-a-customer', 'only a customer has payment methods');
  const odd = data.methods.find(({ kind, openingCents }) => kind !== 'gift-card' && openingCents > 0);
  if (odd) return refuse('no-balance', `${odd.methodId} is no gift card: it has no balance`);
  const fresh = new Map(
    data.methods.filter(({ methodId }) => !methods.has(methodId)).map((one) => [one.methodId, one]),
  );
  const [first, ...rest] = [...fresh.values()].map((method): FactDraft => ({
    type: 'PaymentMethodAdded',
    data: method,
  }));
  return first ? [first, ...rest] : refuse('known-method', 'all of these payment methods are known already');
}
