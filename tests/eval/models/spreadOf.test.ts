import { expect, test } from 'vitest';
import { spreadOf } from './spreadOf';

test('[SPR1] a mean comes with its confidence interval, and with none when it was measured once', () => {
  expect(spreadOf([0.5])).toEqual({ mean: 0.5, plusMinus: null, runs: 1 });
  expect(spreadOf([2, 2, 2])).toEqual({ mean: 2, plusMinus: 0, runs: 3 });
  // 1, 2, 3: deviation 1, so 4.303 / √3.
  expect(spreadOf([1, 2, 3])).toEqual({ mean: 2, plusMinus: 2.4843, runs: 3 });
});
