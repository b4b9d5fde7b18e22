import { termsOf } from '../../../knowledge';
import type { OrderLine } from '../../toolResults';
import type { Want } from '../reading/Reading';
import { keptIn, withoutKept } from '../reading/keeping';
import { namedBy } from './namedBy';
import type { Planning } from './Planning';

/** Some units of one line that a mail speaks of. */
export interface Picked {
  readonly line: OrderLine;
  readonly qty: number;
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
// "All of it", "refund all", but not "the pages are all wavy".
const everything =
  /\b(?:both|every|whole|entire|everything|all(?= (?:of|the|my|them|these|those|three|four|five|six|\d)\b|\s*(?:[,.!?]|$)))/i;

/**
 * Which units of an order a mail speaks of: by the product's words, a number before them, a plural. null when it could be this or
 * that; units that were refunded already are not counted again (a line may come back with 0).
 */
export function pickLines(
  lines: readonly OrderLine[],
  titleOf: (sku: string) => string,
  texts: readonly string[],
): readonly Picked[] | null {
  const all = texts.join('\n');
  const priced = pricedBy(lines, all);
  if (priced.length > 0) return priced.map((line) => ({ line, qty: left(line) }));
  for (const whole of texts.flatMap((one) => [one.replace(place, ' '), one])) {
    const text = withoutKept(whole);
    const named = namedBy(
      text,
      lines,
      (line) => titleOf(line.sku),
      (line) => line.sku,
      all,
    );
    if (named.some((line) => named.some((other) => isMistakable(line, other, titleOf, whole)))) return null;
    if (named.length) return named.map((line) => ({ line, qty: quantity(text, left(line), titleOf(line.sku)) }));
  }
  const kept = namedBy(
    texts.map(keptIn).join('\n'),
    lines,
    (line) => titleOf(line.sku),
    (line) => line.sku,
  );
  const rest = lines.filter((line) => !kept.includes(line));
  if (kept.length > 0 && rest.length > 0) return rest.map((line) => ({ line, qty: left(line) }));
  const whole = texts.some((text) => everything.test(text));
  if (lines.length === 1 || whole) return lines.map((line) => ({ line, qty: left(line) }));
  return null;
}

/** "It was in the order with the camera": what was beside a thing says where it is, not that it is meant. */
const place =
  /\b(?:order|parcel|package|box|delivery) (?:with|that has|that had|containing)\b[^.?!;\n]*|\b(?:together|along) with\b[^.?!;,\n]*/gi;

/** The lines whose whole price the text names to the cent, when every such amount is a line's: nobody hits a price by chance. */
function pricedBy(lines: readonly OrderLine[], text: string): OrderLine[] {
  const amounts = [...text.matchAll(/(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)\.(\d\d)(?![\d.]|,\d)/g)].map(
    ([, whole, cents]) => Number(`${whole!.replaceAll(',', '')}${cents}`),
  );
  const priced = lines.filter((line) => left(line) > 0 && amounts.includes(line.unitCents * left(line)));
  return priced.length === new Set(amounts).size ? priced : [];
}

/** Two things of one name, of which the text does not speak as of several, or keeps one: it does not say which of them it means. */
function isMistakable(one: OrderLine, other: OrderLine, titleOf: (sku: string) => string, text: string): boolean {
  const [name, same] = [one, other].map((line) => titleOf(line.sku).replace(/ \(.*\)$/, ''));
  if (one === other || name !== same) return false;
  return keptIn(text) !== '' || !(everything.test(text) || isPlural(text.split(/[^\p{L}\p{N}]+/u), name!));
}

const one = /\b(?:it|this|that|its)\b/i;
const many = /\b(?:them|these|those|they|both|all|everything|two|three)\b/i;

/** The texts in which to look for what a want is about: its own words, for an "it" the clause before that names something, then all of the letter. */
export function textsOf({ text, before }: Want, { reading }: Planning): string[] {
  return [text, ...(one.test(text) && !many.test(text) ? before : []), reading.text];
}

export const left = (line: OrderLine) => Math.max(0, line.qty - line.refundedQty);

function quantity(text: string, most: number, title: string): number {
  if (most <= 1) return most;
  const ofProduct = new Set(termsOf(title));
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const counts = words.flatMap((word, i) => {
    const spelled = numberWords.indexOf(word.toLowerCase());
    const count = spelled > 0 ? spelled : /^\d{1,2}$/.test(word) ? Number(word) : 0;
    const next = words.slice(i + 1, i + 5);
    const isOne =
      spelled === 1 && /^(?:of|is|was|has|had|back|going|goes|arrived|came|to|should)$/i.test(next[0] ?? '');
    const isOfProduct = next.some((one) => termsOf(one).some((term) => ofProduct.has(term)));
    return count > 0 && count <= most && (isOne || isOfProduct) ? [count] : [];
  });
  // "Of the two rugs one goes back": of several numbers the smallest, because what is left can still follow.
  if (counts.length > 0) return Math.min(...counts);
  if (everything.test(text)) return most;
  return isPlural(words, title) ? most : 1;
}

/** "The mugs", of a mug; "trekking poles" are not more than one pair by that. */
function isPlural(words: readonly string[], title: string): boolean {
  const ofProduct = new Set(termsOf(title));
  return words.some(
    (word) =>
      /[^s]s$/i.test(word) &&
      !title.toLowerCase().includes(word.toLowerCase()) &&
      termsOf(word).some((term) => ofProduct.has(term)),
  );
}
