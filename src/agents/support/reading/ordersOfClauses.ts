import { numbersIn } from './orderNumbers';

/** "Sorry, I meant …": what follows stands for what was said just before. */
const cue =
  /\b(?:sorry|oops|whoops|wait|correction|actually|i mean|i meant|meant|typo|rather|scratch that|edit:|no,)(?!\w)/i;
const isSlip = /\b(?:meant?|typo|correction|sorry|oops|whoops|wrong number)\b/i;

/**
 * The orders each clause speaks of: its own, else those of the clause before. Where a number is corrected, the wrong one is gone from
 * the clauses before, too.
 */
export function ordersOfClauses(clauses: readonly string[]): (readonly string[])[] {
  const orders: (readonly string[])[] = [];
  let context: readonly string[] = [];
  for (const clause of clauses) {
    const all = numbersIn(clause).named;
    const right = corrected(clause, all, context);
    if (right) {
      const wrong = new Set(right.length < all.length ? all : context);
      for (const [i, before] of orders.entries()) if (before.some((one) => wrong.has(one))) orders[i] = right;
    }
    const own = right ?? all;
    if (own.length) context = own;
    orders.push(own.length ? own : context);
  }
  return orders;
}

/** The numbers that a clause puts in the place of others; null when it corrects nothing. */
function corrected(clause: string, all: readonly string[], context: readonly string[]): readonly string[] | null {
  const at = cue.exec(clause)?.index;
  if (at === undefined) return null;
  const behind = numbersIn(clause.slice(at));
  const after = behind.named.length ? behind.named : isSlip.test(clause) ? behind.bare.slice(0, 1) : [];
  if (after.length === 0) return null;
  const before = all.filter((one) => !after.includes(one));
  return before.length > 0 || (context.length > 0 && isSlip.test(clause)) ? after : null;
}
