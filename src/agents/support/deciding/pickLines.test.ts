import { expect, test } from 'vitest';
import type { Sku } from '../../../contracts';
import type { Want } from '../reading/Reading';
import { pickLines, textsOf } from './pickLines';
import type { Planning } from './Planning';

const line = (sku: string, qty = 1) => ({ sku: sku as Sku, qty, unitCents: 100, refundedQty: 0 });
const titles: Readonly<Record<string, string>> = {
  POLES: 'Trekking poles',
  LAMP: 'Headlamp (400 lm)',
  RUG: 'Picnic rug',
  TAB: 'Tablet (gold)',
  FON: 'Smartphone (rose gold)',
  CHAIR: 'Office chair (fabric, black)',
  CAM: 'Camera (CF card)',
  CAM30: 'Digital Camera (30MP, SD card)',
  WATCH: 'Indoor Security Camera (2K, Ethernet)',
  TEE: 'T-Shirt (black, XL)',
  SET: 'Luggage set (3-piece, black)',
  'CAP-S': 'Helmet (white, S)',
  'CAP-L': 'Helmet (black, L)',
};
const picked = (text: string, ...lines: ReturnType<typeof line>[]) =>
  pickLines(lines, (sku) => titles[sku]!, [text])?.map(({ line: { sku }, qty }) => `${qty} ${sku}`) ?? null;

test.each([
  ['Money back for the poles please. Keeping the headlamp.', ['1 POLES']],
  ['The poles are perfect, but the headlamp goes back.', ['1 LAMP']],
  ['I keep the headlamp and send the rest back.', ['1 POLES']],
  ['I do not want to keep the headlamp.', ['1 LAMP']],
  ['The headlamp can go. It was in the order with the poles.', ['1 LAMP']],
  ['Money back for the order with the poles.', ['1 POLES']],
  ['I would like my money for them back, the headlamp and the rug are great.', ['1 POLES']],
])('[SUP15] what stays with the writer is not picked: %s', (text, expected) => {
  const rug = text.includes('rug') ? [line('RUG')] : [];
  expect(picked(text, line('POLES'), line('LAMP'), ...rug)).toEqual(expected);
});

test('[SUP15] of several numbers the smallest counts: what is left can follow, what is gone is gone', () => {
  expect(picked('Of the two picnic rugs I only need one, one going back', line('RUG', 2))).toEqual(['1 RUG']);
  expect(picked('both picnic rugs', line('RUG', 2))).toEqual(['2 RUG']);
});

test('[SUP15] what is called by its name is meant, not what has the same colour', () => {
  expect(picked('money back for the gold tablet', line('TAB'), line('FON'))).toEqual(['1 TAB']);
});

test('[SUP15] a colour alone is no name for what is called something else', () => {
  expect(picked('money back for the black coffee maker', line('CHAIR'), line('POLES'))).toBeNull();
  expect(picked('the black one goes back', line('CHAIR'), line('POLES'))).toEqual(['1 CHAIR']);
  expect(picked('my money back to the gift card', line('CAM'), line('POLES'))).toBeNull();
  expect(picked('the black suitcases go back', line('CHAIR'), line('SET'))).toEqual(['1 SET']);
});

test('[SUP15] the "t" of "don\'t" is no T-shirt, and a 30 megapixel camera is the 30MP one', () => {
  expect(picked("I don't need the camera now, it's sealed", line('TEE'), line('CAM'))).toEqual(['1 CAM']);
  expect(picked('money back for the 30 megapixel camera', line('CAM30'), line('WATCH'))).toEqual(['1 CAM30']);
});

test('[SUP15] "it" is what was named last before, not whatever else the letter names', () => {
  const lines = [line('TAB'), line('POLES'), line('LAMP')];
  const text = 'The headlamp is too dark. I would like to send it back. Does the tablet come in black?';
  const want = { text: 'I would like to send it back', before: ['The headlamp is too dark'] } as unknown as Want;
  const texts = textsOf(want, { reading: { text } } as Planning);
  expect(pickLines(lines, (sku) => titles[sku]!, texts)?.map((one) => one.line.sku)).toEqual(['LAMP']);
  const both = { ...want, text: 'I would like to send them back' };
  expect(textsOf(both, { reading: { text } } as Planning)).toEqual([both.text, text]);
});

test('[SUP15] of two things of one name it is said which, or that it is both, or nothing is picked', () => {
  const helmets = [line('CAP-S'), line('CAP-L')] as const;
  expect(picked('the helmet goes back', ...helmets)).toBeNull();
  expect(picked('the black helmet goes back', ...helmets)).toEqual(['1 CAP-L']);
  expect(picked('the helmets go back', ...helmets)).toEqual(['1 CAP-S', '1 CAP-L']);
  expect(picked('of the two helmets I keep one', ...helmets)).toBeNull();
});

test('[SUP15] a price to the cent names what it is the price of', () => {
  const [lamp, poles] = [
    { ...line('LAMP'), unitCents: 20_626 },
    { ...line('POLES'), unitCents: 120_000 },
  ];
  expect(picked('could you put the 206.26 back where it came from', lamp, poles)).toEqual(['1 LAMP']);
  expect(picked('my $1,200.00 please, the lamp is great', lamp, poles)).toEqual(['1 POLES']);
  expect(picked('I paid 206.26 and 3.50 for the post', lamp, poles)).toBeNull();
});
