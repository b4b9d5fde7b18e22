import type { cancelReasons, Policies, Policy, PolicyName } from '../../contracts';
import { cancelWords } from './actWords';

/** A field of a policy on screen: what it is called, and how it is filled in. */
export interface PolicyField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'money' | 'number' | 'switch' | 'choice';
  /** Money and numbers: may be left empty, which switches the rule off. */
  readonly optional?: boolean;
  readonly choices?: Readonly<Record<string, string>>;
}

/** What each policy is about, and its fields. */
export const policyPlans: Readonly<
  Record<PolicyName, { readonly title: string; readonly fields: readonly PolicyField[] }>
> = {
  'refund-above': {
    title: 'Large refunds wait for you',
    fields: [{ name: 'cents', label: 'Refunds above this amount (empty: none)', kind: 'money', optional: true }],
  },
  'refund-again': {
    title: 'Frequent refunds wait for you',
    fields: [
      {
        name: 'count',
        label: 'Which refund of one customer, 3 for the third (empty: none)',
        kind: 'number',
        optional: true,
      },
      { name: 'days', label: 'within so many days', kind: 'number' },
    ],
  },
  'asked-by-mail': {
    title: 'Asked by mail, these wait for you',
    fields: [
      {
        name: 'acts',
        label: 'Acts',
        kind: 'choice',
        choices: {
          address: 'another address',
          'payment-method': 'another payer',
          'gift-card': 'anything with a gift card',
          items: 'other items',
          cancellation: 'a cancellation',
          return: 'a return',
          exchange: 'an exchange',
        },
      },
    ],
  },
  'item-changes': {
    title: 'Changing items before sending',
    fields: [
      { name: 'once', label: 'Only once, and nothing after it', kind: 'switch' },
      { name: 'sameVariant', label: 'An item may be named that stays as it is', kind: 'switch' },
    ],
  },
  exchanges: {
    title: 'Exchanging what was delivered',
    fields: [
      { name: 'once', label: 'Only once for each order', kind: 'switch' },
      { name: 'sameVariant', label: 'A unit may be replaced by one of its kind', kind: 'switch' },
    ],
  },
  'return-days': {
    title: 'How long goods can come back',
    fields: [
      { name: 'days', label: 'Days after delivery', kind: 'number' },
      { name: 'faultDays', label: 'Days when the shop is to blame', kind: 'number' },
    ],
  },
  'cancel-reasons': {
    title: 'Reasons to cancel an order',
    fields: [
      {
        name: 'reasons',
        label: 'Reasons',
        kind: 'choice',
        choices: cancelWords satisfies Record<(typeof cancelReasons)[number], string>,
      },
    ],
  },
};

/** What stands in the fields of a policy. */
export type Filled = Record<string, string | boolean | readonly string[]>;

/** A policy as its fields show it. */
export function filledOf(policy: Policy): Filled {
  const { fields } = policyPlans[policy.name];
  return Object.fromEntries(
    fields.map(({ name, kind }): readonly [string, Filled[string]] => {
      const value = (policy as unknown as Readonly<Record<string, number | boolean | readonly string[] | null>>)[name];
      if (kind === 'money') return [name, value === null ? '' : (Number(value) / 100).toFixed(2)];
      if (kind === 'number') return [name, value === null ? '' : String(value)];
      return [name, value as boolean | readonly string[]];
    }),
  );
}

/** The policy that filled fields stand for, or what is wrong, by field. */
export function policyOf(
  name: PolicyName,
  filled: Filled,
  centsFrom: (text: string) => number | null,
): { readonly policy: Policies[PolicyName] } | { readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const values = policyPlans[name].fields.map((field): readonly [string, unknown] => {
    const given = filled[field.name];
    const text = typeof given === 'string' ? given.trim() : '';
    if (field.kind === 'switch' || field.kind === 'choice') {
      if (name === 'cancel-reasons' && Array.isArray(given) && given.length === 0)
        errors[field.name] = 'Keep at least one reason.';
      return [field.name, given];
    }
    if (field.optional && text === '') return [field.name, null];
    if (field.kind === 'money') {
      const cents = centsFrom(text);
      if (cents === null) errors[field.name] = 'Write an amount such as 25 or 14.50.';
      return [field.name, cents];
    }
    const [least, most] = field.name === 'count' ? [2, 100] : [0, 3650];
    const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most)) errors[field.name] = `Write a whole number from ${least} to ${most}.`;
    return [field.name, number];
  });
  if (Object.keys(errors).length > 0) return { errors };
  return { policy: { name, ...Object.fromEntries(values) } as Policies[PolicyName] };
}
