import type { MoneyWords } from '../../kernel';
import { dayAndTime } from '../shared/format';
import type { FieldValue } from '../TimeTools';

const words: Readonly<Record<string, string>> = {
  available: 'available',
  onHand: 'on hand',
  reserved: 'reserved',
  returned: 'to come back',
  low: 'low',
  threshold: 'low from',
  'onTheWay.qty': 'on the way',
  'onTheWay.dueAt': 'due',
  qty: 'units',
  unitCents: 'price each',
  refundedQty: 'units refunded',
  refundedCents: 'refunded',
  returnedQty: 'units back',
  balanceCents: 'left on it',
  chargedCents: 'charged',
  paused: 'resting',
  crashes: 'crashes',
  decisions: 'decisions',
  'failures.length': 'given up',
  'engine.model': 'engine',
  cents: 'amount',
  count: 'count',
  days: 'days',
  faultDays: 'days when the shop is to blame',
  once: 'only once',
  sameVariant: 'the same variant',
  acts: 'what waits',
  reasons: 'reasons',
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
  return { of, row, name, words: `${row.replace(':', ' · ')} ${Object.hasOwn(words, name) ? words[name] : name}` };
}

/** A field as a person reads it: cents as money, yes and no as words. */
export function shownValue(name: string, value: FieldValue, money: MoneyWords): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' && name.endsWith('At')) return dayAndTime(value);
  return typeof value === 'number' && /cents$/i.test(name) ? money(value) : String(value);
}
