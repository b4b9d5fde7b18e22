import { AppError } from './AppError';

/**
 * The one text of a JSON value by RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, ECMAScript
 * numbers, no white space. Equal values give equal bytes on every engine. Fields that are undefined are left out, as in JSON.
 *
 * @throws InvalidInput when the value has no JSON form (undefined, NaN, Infinity) or holds a lone surrogate, which has no UTF-8.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = textOf(value);
  } catch (cause) {
    throw new AppError('InvalidInput', `This value has no JSON form: ${String(cause)}`, { cause });
  }
  if (text === undefined) throw new AppError('InvalidInput', 'This value has no JSON form: it is undefined.');
  // JSON.stringify writes a lone surrogate as an escape, which RFC 8785 (3.2.2.2) forbids. Paired ones are never escaped.
  if (text.includes('\\ud') && /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(text)) {
    throw new AppError(
      'InvalidInput',
      'A text holds half of a surrogate pair. Repair it with toWellFormed() where it came in.',
    );
  }
  return text;
}

// Every event goes through here. Numbers and strings of RFC 8785 are ECMAScript's own; only keys need an order.
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return stringText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`);
      return `${value}`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listText(value) : recordText(value as Readonly<Record<string, unknown>>);
    default:
      return JSON.stringify(value);
  }
}

/** Most strings are short and hold nothing to escape: to see that is quicker than to have it escaped. */
const plain = /^[ !#-[\]-~]{0,80}$/;

function stringText(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

function listText(list: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < list.length; at++) text += (at === 0 ? '' : ',') + (textOf(list[at]) ?? 'null');
  return `[${text}]`;
}

function recordText(record: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of inOrder(Object.keys(record))) {
    const inner = textOf(record[key]);
    if (inner !== undefined) text += `${text === '' ? '' : ','}${stringText(key)}:${inner}`;
  }
  return `{${text}}`;
}

/** Keys often come in order already. */
function inOrder(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) if ((keys[at - 1] as string) > (keys[at] as string)) return keys.sort();
  return keys;
}
