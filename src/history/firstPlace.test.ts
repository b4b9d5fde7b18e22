import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPlace } from './firstPlace';

describe('bisection', () => {
  test('[RPL4] finds the first bad place of any number, and looks at about the logarithm of them', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (count, from) => {
        const { place, lookedAt } = firstPlace(count, (n) => n >= from);
        expect(place).toBe(Math.min(count, from));
        expect(lookedAt).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)));
      }),
      { numRuns: 50 },
    );
  });
});
