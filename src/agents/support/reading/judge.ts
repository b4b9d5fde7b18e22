import type { IntentModel } from './IntentModel';
import { intents, type Intent } from './intents';
import { modeOf } from './modes';
import { rules } from './rules';

/** What a text is about, surest first, each with how sure it is. */
export type Verdict = readonly (readonly [Intent, number])[];

/** From here on a clause counts as being about something. */
export const enough = 0.45;
/** When no clause of a mail does, this much is taken for a hint. */
const hint = 0.22;
// The words of a rule weigh as much as a classifier that is fairly sure.
const ruleWeight = 0.42;

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

/** Judges one clause: what the classifier thinks and what the rules find. Of several things the surest counts, and what goes with it. */
export function judge(clause: string, model: IntentModel): Verdict {
  // One word says little, unless it is the right one.
  const isWord = (clause.match(/\p{L}{2,}/gu)?.length ?? 0) < 2;
  const all = scored(clause, model).filter(([one, score]) => score >= enough && (!isWord || rules[one]?.test(clause)));
  // Somebody who says what is to be done does not only ask where it is.
  const isMild = all[0] && mild.includes(all[0][0]);
  const first =
    (isMild &&
      all.find(([one]) => acts.includes(one) && rules[one]?.test(clause) && modeOf(one, clause, true) !== 'refused')) ||
    all[0];
  return first
    ? all.filter(([one]) => one === first[0] || (together[first[0]]?.includes(one) && rules[one]?.test(clause)))
    : [];
}

/** The best guess for a text of which no clause is clear; null when there is none. */
export function guess(texts: readonly string[], model: IntentModel): readonly [Intent, number] | null {
  const best = texts
    .filter((text) => /\p{L}{3}/u.test(text) && model.judge(text).other < 0.5)
    .flatMap((text) => scored(text, model).slice(0, 1))
    .sort((a, b) => b[1] - a[1])[0];
  return best && best[1] >= hint ? best : null;
}

function scored(clause: string, model: IntentModel): (readonly [Intent, number])[] {
  const likely = model.judge(clause);
  return intents
    .filter((one) => one !== 'other')
    .map((one): readonly [Intent, number] => [one, likely[one] * 0.85 + (rules[one]?.test(clause) ? ruleWeight : 0)])
    .sort((a, b) => b[1] - a[1]);
}
