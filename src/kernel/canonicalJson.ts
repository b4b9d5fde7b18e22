import canonicalize from 'canonicalize';
import { AppError } from './AppError';

/**
 * The one text of a JSON value by RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, ECMAScript
 * numbers, no white space. Equal values give equal bytes on every engine.
 *
 * @throws InvalidInput when the value has no JSON form (undefined, NaN, Infinity) or holds a lone surrogate, which has no UTF-8.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (cause) {
    throw new AppError('InvalidInput', `This value has no JSON form: ${String(cause)}`, { cause });
  }
  if (text === undefined) throw new AppError('InvalidInput', 'This value has no JSON form: it is undefined.');
  // JSON.stringify writes a lone surrogate as an escape, which RFC 8785 (3.2.2.2) forbids. Paired ones are never escaped.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(text)) {
    throw new AppError(
      'InvalidInput',
      'A text holds half of a surrogate pair. Repair it with toWellFormed() where it came in.',
    );
  }
  return text;
}
