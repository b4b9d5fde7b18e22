import { newAddress } from '../slots/newAddress';
import type { IntentModel, Likelihoods } from './IntentModel';
import { intents, type Intent } from './intents';
import { modeOf } from './modes';
import { rules } from './rules';

/** What a text is about, surest first, each with how sure it is. */
export type Verdict = readonly (readonly [Intent, number])[];

/** From here on a clause counts as being about something. */
export const enough = 0.4;
/** When no clause of a mail does, this much is taken for a hint. */
const hint = 0.22;
// The words of a rule weigh as much as a classifier that is fairly sure.
const ruleWeight = 0.46;
// How much of what a clause sounds like comes from the letter around it.
const wholeWeight = 0.5;

/** What a clause can say at once: something is wrong and this is to be done about it. */
const together: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  damaged_or_wrong: ['refund', 'return', 'exchange'],
  refund: ['damaged_or_wrong', 'cancel_order', 'return'],
  return: ['damaged_or_wrong', 'refund'],
  exchange: ['damaged_or_wrong'],
  cancel_order: ['refund'],
};

const mild: readonly Intent[] = ['order_status', 'product_question'];
const acts: readonly Intent[] = ['cancel_order', 'refund', 'exchange', 'return', 'change_address'];

const changes: readonly Intent[] = ['modify_order', 'change_address'];

/**
 * Judges one clause of a letter: what the classifier thinks of it and of the whole letter, and what the rules find. Of several things the
 * surest counts, and what goes with it.
 */
export function judge(clause: string, whole: Likelihoods, model: IntentModel): Verdict {
  // Few words say little, unless they are the right ones.
  const isShort = (clause.match(/\p{L}{2,}/gu)?.length ?? 0) < 4;
  const all = scored(clause, blended(model.judge(clause), whole)).filter(
    ([one, score]) => score >= enough && (!isShort || rules[one]?.test(clause)),
  );
  // "I don't want my money, I want to know when it comes" speaks of both and is about one.
  const denied = all.filter(([one]) => acts.includes(one) && modeOf(one, clause, true) === 'refused');
  const meant = all.filter((one) => !denied.includes(one));
  // Somebody who says what is to be done does not only ask where it is.
  const isMild = meant[0] && mild.includes(meant[0][0]);
  // An act that is called by its name goes before one that is only guessed at; what ends an order goes before what changes it.
  const isCalled = ([one]: Verdict[number]) => rules[one]?.test(clause) === true;
  const ends = /\b(?:if|or|otherwise|else|unless)\b/i.test(clause)
    ? undefined
    : meant.find((it) => it[0] === 'cancel_order' && isCalled(it));
  const called =
    meant[0] && acts.includes(meant[0][0]) && !isCalled(meant[0])
      ? meant.find((it) => acts.includes(it[0]) && isCalled(it))
      : undefined;
  const first =
    (meant[0] && changes.includes(meant[0][0]) && ends) ||
    called ||
    (isMild && meant.find(([one]) => acts.includes(one) && rules[one]?.test(clause))) ||
    meant[0];
  if (!first) return denied;
  const also = meant.filter(
    ([one]) => one === first[0] || (together[first[0]]?.includes(one) && rules[one]?.test(clause)),
  );
  return [...denied, ...also];
}

/** The best guess for a text of which no clause is clear; null when there is none. */
export function guess(texts: readonly string[], model: IntentModel): readonly [Intent, number] | null {
  const best = texts
    .filter((text) => /\p{L}{3}/u.test(text) && model.judge(text).other < 0.5)
    .flatMap((text) => scored(text, model.judge(text)).slice(0, 1))
    .sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= hint ? best : null;
}

/** What the words themselves say for it. A whole address to send something to is more than a word. */
function evidence(intent: Intent, clause: string): number {
  if (!rules[intent]?.test(clause)) return 0;
  return intent === 'change_address' && newAddress(clause) !== null ? 2 * ruleWeight : ruleWeight;
}

/** In a letter that is a complaint as a whole, a sentence that could be one rather is. */
const blended = (own: Likelihoods, whole: Likelihoods): Likelihoods =>
  Object.fromEntries(
    intents.map((one) => [one, (1 - wholeWeight) * own[one] + wholeWeight * whole[one]]),
  ) as Likelihoods;

/** The words of a rule count as far as the letter sounds like a shop's business at all: a neighbour asks what is available, too. */
function scored(clause: string, likely: Likelihoods): (readonly [Intent, number])[] {
  return intents
    .filter((one) => one !== 'other')
    .map((one): readonly [Intent, number] => [
      one,
      likely[one] * 0.85 + evidence(one, clause) * (1 - likely.other ** 2),
    ])
    .sort((a, b) => b[1] - a[1]);
}
