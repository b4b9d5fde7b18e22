import { AppError } from '../../kernel';
import { cents, level, qty } from '../../contracts';

/** An amount such as `12`, `12.5` or `1,234.50` in cents. @throws InvalidInput in words when it is none, negative, or beyond what a shop can mean. */
export function centsOf(text: string, what: string): number {
  const plain = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text) ? text.replaceAll(',', '') : text;
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain);
  const amount = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : NaN;
  if (cents.safeParse(amount).success) return amount;
  throw new AppError(
    'InvalidInput',
    `${what} is "${shown(text)}": an amount is written 12.50, not negative, and at most 1,000,000`,
  );
}

/** So many pieces, at least one. @throws InvalidInput in words. */
export function qtyOf(text: string, what: string): number {
  return whole(text, what, qty.maxValue ?? 0, 1);
}

/** A level of stock, which may be none. @throws InvalidInput in words. */
export function levelOf(text: string, what: string): number {
  return whole(text, what, level.maxValue ?? 0, 0);
}

/** A moment such as `2026-02-27 09:30:00 +0100` or ISO 8601, as ISO 8601. @throws InvalidInput in words. */
export function momentOf(text: string, what: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text);
  const zone = !match?.[3] || match[3] === 'UTC' ? 'Z' : match[3].replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const at = match ? Date.parse(`${match[1]}T${match[2]}${zone}`) : NaN;
  if (!Number.isNaN(at)) return new Date(at).toISOString();
  throw new AppError('InvalidInput', `${what} is "${shown(text)}": a moment is written 2026-02-27 09:30:00 +0100`);
}

function whole(text: string, what: string, max: number, min: number): number {
  const amount = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (amount >= min && amount <= max) return amount;
  throw new AppError('InvalidInput', `${what} is "${shown(text)}": a whole number from ${min} to ${max} is expected`);
}

const shown = (text: string) => text.slice(0, 40);
