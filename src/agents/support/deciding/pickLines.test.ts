import { expect, test } from 'vitest';
import type { Sku } from '../../../contracts';
import { pickLines } from './pickLines';

const line = (sku: string, qty = 1) => ({ sku: sku as Sku, qty, unitCents: 100, refundedQty: 0 });
const titles: Readonly<Record<string, string>> = {
  POLES: 'Trekking poles',
  LAMP: 'Headlamp (400 lm)',
  RUG: 'Picnic rug',
};
const picked = (text: string, ...lines: ReturnType<typeof line>[]) =>
  pickLines(lines, (sku) => titles[sku]!, [text])?.map(({ line: { sku }, qty }) => `${qty} ${sku}`) ?? null;

test.each([
  ['Money back for the poles please. Keeping the headlamp.', ['1 POLES']],
  ['The poles are perfect, but the headlamp goes back.', ['1 LAMP']],
  ['I keep the headlamp and send the rest back.', ['1 POLES']],
  ['I do not want to keep the headlamp.', ['1 LAMP']],
])('[SUP15] what stays with the writer is not picked: %s', (text, expected) => {
  expect(picked(text, line('POLES'), line('LAMP'))).toEqual(expected);
});

test('[SUP15] of several numbers the smallest counts: what is left can follow, what is gone is gone', () => {
  expect(picked('Of the two picnic rugs I only need one, one going back', line('RUG', 2))).toEqual(['1 RUG']);
  expect(picked('both picnic rugs', line('RUG', 2))).toEqual(['2 RUG']);
});
