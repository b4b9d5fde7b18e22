import { methodId as methodIdSchema, type MethodId } from '../../../contracts';
import type { Want } from '../reading/Reading';
import { namedMethod } from '../slots/paymentMethod';
import * as say from '../writing/wording';
import type { Planning } from './Planning';

/** The payment method a want names; null when it names none, `unclear` when that had to be said or asked. */
export function chosenMethod(want: Want, { found, reading, tell }: Planning): MethodId | null | 'unclear' {
  const text = namedMethod(want.text, found.methods) === null ? reading.text : want.text;
  // "The original payment method" is what stands when none is named.
  if (/\boriginal (?:payment|method|card)/i.test(text)) return null;
  const named = namedMethod(text, found.methods);
  if (named === null || found.methods.length === 0) return null;
  if (named === 'several' || named === 'unknown') {
    tell(say.sayWhichMethod(found.methods.map((one) => one.label || one.methodId)));
    return 'unclear';
  }
  return methodIdSchema.parse(named.methodId);
}
