import type { MoneyWords } from '../../kernel';
import type { FieldValue } from '../TimeTools';

const words: Readonly<Record<string, string>> = {
  available: 'available',
  onHand: 'on hand',
  reserved: 'reserved',
  returned: 'to come back',
  low: 'low',
  priceCents: 'price',
  'sale.saleCents': 'sale price',
  status: 'state',
  refund: 'refund',
  totalCents: 'total',
  paidCents: 'paid',
  paidBackCents: 'paid back',
};

/** Reads `stock/MUG-1/available` from the address; the house says whether there is such a number. */
export function askedOf(asked: string): { of: string; row: string; name: string; words: string } {
  const [of = '', row = '', name = ''] = asked.split('/');
  return { of, row, name, words: `${row} ${Object.hasOwn(words, name) ? words[name] : name}` };
}

/** A field as a person reads it: cents as money, yes and no as words. */
export function shownValue(name: string, value: FieldValue, money: MoneyWords): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' && name.endsWith('Cents') ? money(value) : String(value);
}
