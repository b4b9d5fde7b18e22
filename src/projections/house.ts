import { defaultPolicies, type Policy, type PolicyName } from '../contracts';
import { defaultCurrency, type Currency } from '../kernel';
import type { Projection } from './Projection';

/** A rule of the house, and when it was last set; 0 for what holds from the beginning. */
export interface PolicyRow {
  readonly policy: Policy;
  readonly changedAt: number;
}

/** What holds for the whole shop. */
export interface House {
  readonly policies: Map<PolicyName, PolicyRow>;
  readonly currency: Currency;
}

/** Folds the rules that the shopkeeper sets. */
export const house: Projection<House> = {
  name: 'house',
  version: 1,
  open: () => ({
    policies: new Map(Object.values(defaultPolicies).map((policy) => [policy.name, { policy, changedAt: 0 }])),
    currency: defaultCurrency,
  }),
  evolve(view, event) {
    if (event.type === 'CurrencySet') return { ...view, currency: event.data.currency };
    if (event.type !== 'PolicySet') return view;
    const { policy } = event.data;
    view.policies.set(policy.name, { policy, changedAt: event.position });
    return view;
  },
};
