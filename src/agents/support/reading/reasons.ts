import type { CancellationReason, RefundReason } from '../reasons';
import { rules } from './rules';

const wrong =
  /\b(?:wrong (?:item|product|thing|colou?r|size|one|model|order|article|version)|not what i ordered|mixed up|incorrect|(?:got|received|sent|came|arrived|delivered|is|was)\b[^.?!\n]{0,40}\binstead of|else's|(?:ordered|wanted) [^.?!]{1,50}(?:got|received|sent))/i;
const mine =
  /\b(?:my (?:own )?(?:mistake|fault|bad|error)|i (?:ordered|bought|chose|picked|selected|took) (?:the |a )?wrong|wrong size for me)\b/i;
const late =
  /\b(?:too late|(?:came|arrived) (?:\w+ ){0,4}(?:after|late)|never (?:came|arrived)|(?:hasn't|has not|not) (?:\w+ )?(?:arrived|come))\b/i;
const unwanted =
  /\b(?:(?:do not|don't|no longer|not) (?:\w+ )?(?:want|need|like|suit|fit)|changed (?:my|our) mind|does(?:n't| not) (?:fit|suit|feel)|too (?:small|big|large|tight|short|long|loud|heavy|bright|dark|wide|narrow)|unwanted|not (?:what i expected|satisfied|comfortable|happy|for me|as good)|already (?:had|have)|decided not)\b/i;

/** "It's not broken, it's just slow." */
const nothingWrong =
  /\b(?:not|nothing(?: is| was)?|no|isn't|wasn't|aren't|never) (?:\w+ ){0,2}?(?:broken|damaged?|wrong|faulty|defective|defects?|faults?)\b(?! (?:with|about) (?:it|them) but)/gi;

/** Why money is to go back, as far as the words say. */
export function refundReasonOf(whole: string): RefundReason {
  const text = whole.replace(nothingWrong, ' ');
  if (wrong.test(text) && !mine.test(text)) return 'wrong-item';
  if (rules.damaged_or_wrong!.test(text) && !mine.test(text)) return 'damaged';
  if (late.test(text)) return 'late';
  return unwanted.test(text) || mine.test(text) ? 'not-wanted' : 'other';
}

const cancelReasons: readonly (readonly [CancellationReason, RegExp])[] = [
  [
    'ordered-by-mistake',
    /\b(?:mistak\w*|accident\w*|(?:by|in|an|was) error|twice|duplicate|pressed|wrong (?:one|item|thing)|carried away|(?:was|as) a joke)\b/i,
  ],
  [
    'too-slow',
    /\b(?:too (?:slow|long)|tak\w+ (?:\w+ )?long|still waiting|late|delay\w*|can(?:not|'t) wait|forever|ages)\b/i,
  ],
  [
    'no-longer-needed',
    /\b(?:no longer|(?:don't|do not|not) (?:\w+ )?(?:need|want)|changed (?:my|our) mind|plans|cheaper|elsewhere|already (?:has|have|bought|got)|not needed|decided against|providing)\b/i,
  ],
];

/** Why an order is to be off, as far as the words say. */
export function cancelReasonOf(text: string): CancellationReason {
  return cancelReasons.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** More words than it takes to ask: whoever writes them tells why, in whatever words. */
export const tellsWhy = (text: string): boolean => /(?:[\p{L}'’]{2,}[^\p{L}]+){16}/u.test(text);
