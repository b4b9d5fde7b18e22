import { expect, test } from 'vitest';
import { charGauge } from './charGauge';

test('[MSG2] tokens are counted by characters, corrected by long prompts and not by short ones', () => {
  const gauge = charGauge();
  expect(gauge.count('a'.repeat(35))).toBe(10);
  // A greeting of ten letters, with thirty tokens of a template around it.
  gauge.learn(10, 32);
  expect(gauge.count('a'.repeat(35))).toBe(10);
  gauge.learn(10_000, 5_000);
  expect(gauge.count('a'.repeat(35))).toBe(18);
  gauge.learn(10_000, 0);
  expect(gauge.count('a'.repeat(35))).toBe(18);
});
