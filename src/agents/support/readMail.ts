import {
  cancelReasons,
  cancelWords,
  complaints,
  namedOrder,
  noRefund,
  personWords,
  policyWords,
  refundWords,
  statusWords,
  stockWords,
} from './patterns';
import type { CancellationReason, RefundReason } from './reasons';

/** One thing a mail wants, in the words it was wanted in. */
export interface Want {
  readonly kind: 'refund' | 'cancel' | 'status' | 'stock' | 'policy' | 'person';
  /** Order numbers it names, by itself or by the sentence before. */
  readonly orders: readonly string[];
  readonly text: string;
  readonly reason: RefundReason;
  readonly cancelReason: CancellationReason;
}

/** A mail as a person reads it: what it wants, and numbers that could be orders if they turn out to be the writer's own. */
export interface Reading {
  readonly wants: readonly Want[];
  readonly bareNumbers: readonly string[];
  readonly text: string;
}

/** Reads a mail by rules. Whatever it says, it can only come to wants of these kinds: there is no rule that obeys it. */
export function readMail(subject: string, body: string): Reading {
  const text = `${subject.replace(/^\s*(?:(?:re|fwd?)\s*:\s*)+/i, '')}\n${ownWords(body)}`
    .replace(/[’ʼ]/g, "'")
    // One blank between words: long runs of them would make the patterns below slow.
    .replace(/[^\S\n]+/g, ' ')
    // A long line that goes on in the next one is one sentence; a list item is its own.
    .replace(/(?<=[^\n]{60})\n(?=\S)(?![-*•]|\d+[.)])/g, ' ');
  const clauses = text
    .split(
      /(?<=[.!?;])(?<!\bn[or]\.)\s+|\n+|,?\s+(?=(?:and|but)\s+(?:also\b|please\b|could\b|can\b|i\b|where\b|when\b|cancel|refund|do you\b|is\b|the\b))/i,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

  const cancelReason = cancelReasons.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
  const wants: Want[] = [];
  const complaining: { reason: RefundReason; orders: readonly string[]; text: string }[] = [];
  let context: readonly string[] = [];
  for (const clause of clauses) {
    const named = ordersIn(clause);
    if (named.length) context = named;
    const kind = kindOf(clause);
    const reason = noRefund.test(clause) ? undefined : complaints.find(([, pattern]) => pattern.test(clause))?.[0];
    if (reason) complaining.push({ reason, orders: context, text: clause });
    if (kind) wants.push({ kind, orders: context, text: clause, reason: reason ?? 'other', cancelReason });
  }
  for (const { reason, orders, text: clause } of complaining) {
    const isMeant = wants.some(
      (want) => ['refund', 'cancel', 'person'].includes(want.kind) && overlap(want.orders, orders),
    );
    if (!isMeant && reason !== 'late') wants.push({ kind: 'refund', orders, text: clause, reason, cancelReason });
  }
  return {
    wants: merge(wants.map((want) => complete(want, complaining, context))),
    bareNumbers: bareNumbersIn(text),
    text,
  };
}

/** What the writer wrote, without quoted letters and signature; all of it when nothing is left. */
function ownWords(body: string): string {
  const own = body
    .replace(/\r\n?/g, '\n')
    .split(/^(?:-{2,}\s*Original Message|On .{4,200} wrote:|-- $)/im)[0]!
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim();
  return own === '' ? body : own;
}

function kindOf(clause: string): Want['kind'] | null {
  if (policyWords.test(clause) && ordersIn(clause).length === 0) return 'policy';
  if (cancelWords.test(clause)) return 'cancel';
  if (refundWords.test(clause) && !noRefund.test(clause)) return 'refund';
  if (personWords.test(clause)) return 'person';
  if (stockWords.test(clause) && ordersIn(clause).length === 0) return 'stock';
  if (statusWords.test(clause)) return 'status';
  return null;
}

function ordersIn(clause: string): string[] {
  const found: string[] = [];
  for (const match of clause.matchAll(namedOrder)) {
    for (const token of match[1]!.split(/\s*(?:,|&|\band\b)\s*#?/i)) {
      // "order 2 mugs" names no order; "#17" does.
      if (/\d/.test(token) && (match[0].startsWith('#') || /\d{3}|^o\w*-?\d/i.test(token)))
        found.push(token.replace(/-+$/, ''));
    }
  }
  return [...new Set(found)].slice(0, 10);
}

function bareNumbersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w#€$.,-])\d{2,12}(?![\w%€$]|[.,]\d)/g)].map(([token]) => token))].slice(
    0,
    20,
  );
}

const overlap = (one: readonly string[], two: readonly string[]) =>
  one.length === 0 || two.length === 0 || one.some((order) => two.includes(order));

/** A refund borrows its reason and its words from the complaint beside it; a want without an order takes the last one named. */
function complete(
  want: Want,
  complaining: readonly { reason: RefundReason; orders: readonly string[]; text: string }[],
  last: readonly string[],
): Want {
  const orders = want.orders.length === 0 && want.kind !== 'stock' && want.kind !== 'policy' ? last : want.orders;
  if (want.kind !== 'refund') return { ...want, orders };
  const beside = complaining.filter((one) => one.text !== want.text && overlap(orders, one.orders));
  const reason = want.reason === 'other' ? (beside[0]?.reason ?? 'other') : want.reason;
  return { ...want, orders, reason, text: [want.text, ...beside.map((one) => one.text)].join(' ') };
}

/** The same thing said twice is wanted once. */
function merge(wants: readonly Want[]): Want[] {
  const merged: Want[] = [];
  for (const want of wants) {
    const i = merged.findIndex(
      (one) => one.kind === want.kind && (one.orders.join() === want.orders.join() || one.orders.length === 0),
    );
    const same = merged[i];
    if (!same) merged.push(want);
    else {
      merged[i] = {
        ...same,
        orders: want.orders,
        reason: same.reason === 'other' ? want.reason : same.reason,
        text: same.text.includes(want.text) ? same.text : `${same.text} ${want.text}`,
      };
    }
  }
  return merged;
}
