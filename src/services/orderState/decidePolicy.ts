import type { EventOf } from '../../contracts';
import { canonicalJson } from '../../kernel';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { OrderBook } from './OrderBook';

/** Sets a rule of the house, when it says something new. */
export function decidePolicy({ policies }: OrderBook, { data }: EventOf<'PolicyChangeRequested'>): Decision {
  const { policy } = data;
  if (canonicalJson(policies[policy.name]) === canonicalJson(policy)) {
    return refuse('same-policy', `the policy ${policy.name} says that already`);
  }
  return [{ type: 'PolicySet', data: { policy } }];
}
