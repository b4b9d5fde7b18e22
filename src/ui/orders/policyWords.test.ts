import { describe, expect, it } from 'vitest';
import { defaultPolicies, policy, type PolicyName } from '../../contracts';
import { centsFrom } from '../shared/format';
import { filledOf, policyOf, policyPlans } from './policyWords';

const names = Object.keys(defaultPolicies) as PolicyName[];

describe('the rules of the house on screen', () => {
  it.each(names)('[UI10] %s: what its fields show is what they stand for', (name) => {
    expect(policyOf(name, filledOf(defaultPolicies[name]), centsFrom)).toEqual({ policy: defaultPolicies[name] });
    expect(Object.keys(policyPlans)).toContain(name);
  });

  it('[UI10] an amount is read as cents, and nothing switches the rule off', () => {
    expect(policyOf('refund-above', { cents: '14,50' }, centsFrom)).toEqual({
      policy: { name: 'refund-above', cents: 1450 },
    });
    expect(policyOf('refund-above', { cents: ' ' }, centsFrom)).toEqual({
      policy: { name: 'refund-above', cents: null },
    });
  });

  it('[UI10] what is wrong is said by its field, and all of it at once', () => {
    expect(policyOf('return-days', { days: 'ten', faultDays: '4000' }, centsFrom)).toEqual({
      errors: { days: 'Write a whole number from 0 to 3650.', faultDays: 'Write a whole number from 0 to 3650.' },
    });
    expect(policyOf('refund-above', { cents: '-1' }, centsFrom)).toHaveProperty('errors.cents');
    expect(policyOf('cancel-reasons', { reasons: [] }, centsFrom)).toHaveProperty('errors.reasons');
  });

  it('[UI10] what passes here fits the contract', () => {
    for (const count of ['', '2', '100']) {
      const read = policyOf('refund-again', { count, days: '30' }, centsFrom);
      expect('policy' in read && policy.safeParse(read.policy).success).toBe(true);
    }
    expect(policyOf('refund-again', { count: '1', days: '30' }, centsFrom)).toHaveProperty('errors.count');
  });
});
