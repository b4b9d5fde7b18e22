import { expect, test } from 'vitest';
import { newAddress } from './newAddress';
import { namedMethod, type Method } from './paymentMethod';
import { namesValue, swapOf, wantedVariant, type Variant } from './wantedVariant';

const shirts: readonly Variant[] = ['white', 'navy'].flatMap((color) =>
  ['M', 'L', 'XL'].map((size) => ({
    sku: `${color}-${size}`,
    options: { color, size, material: 'cotton' },
    available: 3,
  })),
);
const wanted = (text: string, has = 'white-M') =>
  wantedVariant(
    swapOf(text).target,
    shirts.find((one) => one.sku === has)!,
    shirts,
  );

test.each([
  ['Could I swap the white T-shirt M for a size L please?', 'white-L'],
  ['please change it from white to navy', 'navy-M'],
  ["I'd like navy instead of white", 'navy-M'],
  ['instead of the white one please send the navy one', 'navy-M'],
  ['make it an extra large in navy', 'navy-XL'],
  ['I ordered M, should be L', 'white-L'],
  ['exchange it for the large navy one', 'navy-L'],
  ['The white tee pinches. Could I have the L?', 'white-L'],
])('[SLOT1] the wanted variant is found: %s', (text, sku) => {
  expect(wanted(text)).toEqual({ sku });
});

test('[SLOT1] a size in figures at the end of a sentence is one', () => {
  expect(namesValue('Please exchange my 42 for a 43. Thanks', '43')).toBe(true);
  expect(namesValue('it was 43.50 in the shop', '43')).toBe(false);
});

test.each([
  ['can I exchange it?', 'none-named'],
  ['swap it for a white M', 'same'],
])('[SLOT1] what is not said is not guessed: %s', (text, unclear) => {
  expect(wanted(text)).toMatchObject({ unclear });
});

const boots: readonly Variant[] = ['yes', 'no'].map((waterproof) => ({
  sku: waterproof,
  options: { size: '10', waterproof },
  available: 3,
}));
test.each([
  ['could I have the waterproof ones instead', 'no', 'yes'],
  ['please send the version without waterproofing', 'yes', 'no'],
])('[SLOT1] what a thing has or has not is named by the option: %s', (text, has, sku) => {
  const present = boots.find((one) => one.sku === has)!;
  expect(wantedVariant(swapOf(text).target, present, boots)).toEqual({ sku });
});

const methods: readonly Method[] = [
  { methodId: 'credit_card_4190576', kind: 'card', label: 'Mastercard ending in 9212' },
  { methodId: 'gift_card_1', kind: 'gift-card', label: 'Gift card' },
];
test.each([
  ['use my gift card', 'gift_card_1'],
  ['charge credit_card_4190576', 'credit_card_4190576'],
  ['the card ending in 9212', 'credit_card_4190576'],
  ['pay with mastercard', 'credit_card_4190576'],
  ['please charge my mastercard instead of my gift card', 'credit_card_4190576'],
])('[SLOT2] a payment method of the customer is found: %s', (text, methodId) => {
  expect(namedMethod(text, methods)).toMatchObject({ methodId });
});
test('[SLOT2] one that the customer does not have is unknown, and none is none', () => {
  expect(namedMethod('use PayPal', methods)).toBe('unknown');
  expect(namedMethod('please cancel', methods)).toBeNull();
});

test.each([
  [
    'Please send order 20480 to 14 Rua Augusta, Apt 3, 1100-048 Lisbon, Portugal instead. Ana',
    '14 Rua Augusta\nApt 3\n1100-048 Lisbon\nPortugal',
  ],
  [
    'Update my address to 715 Oak Street, Suite 4, Austin, TX 78701, USA',
    '715 Oak Street\nSuite 4\nAustin\nTX 78701\nUSA',
  ],
  ['deliver it to Calle Luna 22, Puebla 72000, Mexico.', 'Calle Luna 22\nPuebla 72000\nMexico'],
  [
    'It goes to the old place. She lives at 41 Larkspur Way, Apt 6, Pasadena, CA 91105 now.',
    '41 Larkspur Way\nApt 6\nPasadena\nCA 91105 now',
  ],
  ['It should go to:\nLindenstraße 5\n50674 Köln\nGermany', 'Lindenstraße 5\n50674 Köln\nGermany'],
])('[SLOT3] a new address is taken whole: %s', (text, address) => {
  expect(newAddress(text)).toBe(address);
});
test.each(['Please change my address.', 'the house number should be 112 not 12', 'where is my order 1042, it is late'])(
  '[SLOT3] what is no whole address is none: %s',
  (text) => {
    expect(newAddress(text)).toBeNull();
  },
);
