import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutToTokens, packContext, tokensOf } from '.';

const part = fc.record({
  id: fc.uuid(),
  text: fc.lorem({ maxCount: 40 }),
  score: fc.double({ min: 0, max: 9, noNaN: true }),
});
const section = fc.record({
  title: fc.constantFrom('Mail', 'Rules'),
  required: fc.boolean(),
  parts: fc.array(part, { maxLength: 5 }),
});

test('[PCK1] [PCK2] [PCK3] the budget is kept, what is required stays, and every part is kept, cut or dropped with a reason', () => {
  fc.assert(
    fc.property(fc.array(section, { maxLength: 4 }), fc.nat(300), (sections, budgetTokens) => {
      const packed = packContext({ budgetTokens, sections });
      const kept = packed.sections.flatMap((one) => one.parts);
      expect(packed.budget.used).toBeLessThanOrEqual(budgetTokens);
      expect(packed.budget.used).toBe(kept.reduce((sum, one) => sum + tokensOf(one.text), 0));
      for (const [i, one] of sections.entries()) {
        for (const want of one.parts) {
          const here = packed.sections[i]!.parts.find((each) => each.id === want.id);
          const why = packed.dropped.find((each) => each.id === want.id);
          expect(one.required ? here !== undefined : (here === undefined) !== (why === undefined)).toBe(true);
          if (here && here.text !== want.text) expect(why?.because).toContain('cut');
        }
      }
    }),
  );
});

test('[PCK1] a long letter is cut quickly and never inside a character', () => {
  const long = '😀 broken mug, order #1042. '.repeat(8_000);
  const cut = cutToTokens(long, 500);
  expect(tokensOf(cut)).toBeLessThanOrEqual(500);
  expect(cut.length).toBeGreaterThan(500);
  expect(cut.isWellFormed()).toBe(true);
  expect(cutToTokens('short', 500)).toBe('short');
});
