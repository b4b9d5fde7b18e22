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

const number = String.raw`[A-Za-z0-9][\w-]{0,62}`;
const namedOrder = new RegExp(
  String.raw`(?:#\s?|\borders?(?:\s+(?:number|nummer|no\.?|nr\.?|id|is|was))*\s*[:#]?\s*)(${number}(?:\s*(?:,|&|\band\b)\s*#?\d[\w-]*)*)`,
  'gi',
);

const refundWords =
  /\b(?:refund\w*|money back|reimburs\w*|return(?:ing)?|send(?:ing)? (?:\w+ ){0,3}back|give (?:it|them) back)\b/i;
const noRefund = /(?:\b(?:no|not|without)|n't)(?: \w+){0,3} refund/i;
const policyWords =
  /\b(?:policy|policies|how (?:long|many days)|(?:can|may|could) (?:i|one|we) (?:still )?return|how (?:do|can|does)\b.*\b(?:refund|return|cancel)\w*)/i;
const cancelWords = /\b(?:cancel\w*|call off|stop (?:my|the|this) order)\b/i;
const statusWords =
  /\b(?:where|nothing (?:\w+ ){0,2}(?:arrived|come)|when (?:will|does|do|can|is)|track\w*|status|(?:has|have|is|was) (?:\w+ ){0,4}(?:shipped|sent|dispatched|delivered)|(?:not|n't|never) (?:\w+ ){0,2}(?:arrived|come|received|got)|still waiting|how long (?:until|till|before))/i;
const stockWords =
  /\b(?:in stock|available|availability|sold out|back in|do you (?:\w+ )?(?:have|sell|carry)|how much (?:is|are|does|do|for)|what does .* cost|price of)\b/i;
const personWords =
  /\b(?:replace\w*|exchange|swap|lawyer|legal|complain\w*|sue|(?:speak|talk) (?:to|with) (?:a |the )?(?:human|person|manager|owner)|press|invoice|discount)\b/i;

const complaints: readonly (readonly [RefundReason, RegExp])[] = [
  [
    'damaged',
    /\b(?:broken?|broke|damaged?|crack\w*|chip(?:ped)?|shatter\w*|smash\w*|defect\w*|faulty|torn|leak\w*|dent\w*|scratch\w*|in pieces|does(?:n't| not) work)\b/i,
  ],
  ['wrong-item', /\b(?:wrong|not what i ordered|instead of|mixed up|incorrect)\b/i],
  [
    'not-wanted',
    /\b(?:(?:do not|don't|no longer) (?:want|need|like)|changed my mind|does(?:n't| not) fit|too (?:small|big|large|tight)|not (?:happy|satisfied)|unwanted)\b/i,
  ],
];
const cancelReasons: readonly (readonly [CancellationReason, RegExp])[] = [
  ['ordered-by-mistake', /\b(?:mistake|accident\w*|by error|twice)\b/i],
  ['too-slow', /\b(?:too (?:slow|long)|tak\w+ (?:\w+ )?long|still waiting|late|can(?:not|'t) wait)\b/i],
  ['no-longer-needed', /\b(?:(?:no longer|don't|do not) (?:need|want)|changed my mind|not needed)\b/i],
];

/** Reads a mail by rules. Whatever it says, it can only come to wants of these kinds: there is no rule that obeys it. */
export function readMail(subject: string, body: string): Reading {
  const text = `${subject.replace(/^\s*(?:(?:re|fwd?)\s*:\s*)+/i, '')}\n${ownWords(body)}`
    .replace(/[’ʼ]/g, "'")
    // One blank between words: long runs of them would make the patterns below slow.
    .replace(/[^\S\n]+/g, ' ');
  const clauses = text
    .split(
      /(?<=[.!?;])(?<!\bn[or]\.)\s+|\n+|,?\s+(?=(?:and|but)\s+(?:also\b|please\b|could\b|can\b|i\b|where\b|when\b|cancel|refund|do you\b|is\b|the\b))/i,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

  const wants: Want[] = [];
  const complaining: { reason: RefundReason; orders: readonly string[]; text: string }[] = [];
  let context: readonly string[] = [];
  for (const clause of clauses) {
    const named = ordersIn(clause);
    if (named.length) context = named;
    const kind = kindOf(clause);
    const reason = noRefund.test(clause) ? undefined : complaints.find(([, pattern]) => pattern.test(clause))?.[0];
    if (reason) complaining.push({ reason, orders: context, text: clause });
    if (kind)
      wants.push({
        kind,
        orders: context,
        text: clause,
        reason: reason ?? 'other',
        cancelReason: cancelReasonOf(text),
      });
  }
  for (const one of complaining) {
    const answered = wants.some(
      (want) => ['refund', 'cancel', 'person'].includes(want.kind) && overlap(want.orders, one.orders),
    );
    if (!answered)
      wants.push({
        kind: 'refund',
        orders: one.orders,
        text: one.text,
        reason: one.reason,
        cancelReason: cancelReasonOf(text),
      });
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

const cancelReasonOf = (text: string): CancellationReason =>
  cancelReasons.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
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
