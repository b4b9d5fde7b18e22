import { isShortQuestion, isNo, undecided, type Mode } from './modes';
import type { Intent } from './intents';
import type { Want } from './Reading';
import { cancelReasonOf, refundReasonOf } from './reasons';

/** A clause with what it is about. */
export interface Clause {
  readonly text: string;
  readonly orders: readonly string[];
  readonly isSubject: boolean;
  /** It says that what was said before no longer counts. */
  readonly takesBack: boolean;
  /** Orders that it says are to stay as they are. */
  readonly kept: readonly string[];
  readonly found: readonly { readonly intent: Intent; readonly score: number; readonly mode: Mode }[];
}

// What can be taken back in the same mail.
const revocable: readonly Intent[] = ['refund', 'return', 'exchange', 'cancel_order', 'modify_order'];

/** Clauses become wants: what is denied or taken back is dropped, the same thing said twice is wanted once. */
export function wantsOf(clauses: readonly Clause[], whole: string): Want[] {
  let wants: Want[] = [];
  const isUndecided = undecided.test(whole);
  const last = clauses.findLast((one) => one.orders.length > 0)?.orders ?? [];
  const drop = (dropped: readonly Intent[]) => {
    wants = wants.filter((want) => !dropped.includes(want.intent));
  };
  for (const [i, { text, orders, found, takesBack, isSubject }] of clauses.entries()) {
    const previous = clauses[i - 1];
    const before = clauses
      .slice(0, i)
      .map((one) => one.text)
      .reverse();
    if (previous && isNo(text) && isShortQuestion(previous.text)) drop(previous.found.map((one) => one.intent));
    if (takesBack) drop(revocable);
    drop(found.filter((one) => one.mode === 'refused').map((one) => one.intent));
    for (const { intent, score, mode } of found) {
      if (mode === 'refused') continue;
      const mine = orders.length || intent === 'product_question' ? orders : last;
      wants.push({
        intent,
        mode: isUndecided && revocable.includes(intent) ? 'question' : mode,
        orders: mine,
        text,
        before,
        score,
        isSubject,
        reason: refundReasonOf(whole),
        cancelReason: cancelReasonOf(whole),
      });
    }
  }
  const kept = new Set(clauses.flatMap((one) => one.kept));
  return merged(wants).flatMap((want) => withoutOrders(want, kept));
}

/** "Cancel the one and keep the other": what stays is no part of a wish to change something. */
function withoutOrders(want: Want, kept: ReadonlySet<string>): Want[] {
  const orders = want.orders.filter((one) => !kept.has(one));
  if (!revocable.includes(want.intent) || orders.length === want.orders.length) return [want];
  return orders.length ? [{ ...want, orders }] : [];
}

function merged(wants: readonly Want[]): Want[] {
  const all: Want[] = [];
  for (const want of wants) {
    const i = all.findIndex((one) => one.intent === want.intent && isSameMatter(one.orders, want.orders));
    const same = all[i];
    if (!same) {
      all.push(want);
      continue;
    }
    all[i] = {
      ...same,
      orders: want.orders.length ? want.orders : same.orders,
      // A question about what is also asked for is part of the asking.
      mode: !same.isSubject && same.mode === 'request' ? 'request' : want.mode,
      isSubject: same.isSubject && want.isSubject,
      score: Math.max(same.score, want.score),
      text: same.text.includes(want.text) ? same.text : `${same.text} ${want.text}`.slice(0, 1500),
    };
  }
  return all;
}

const isSameMatter = (one: readonly string[], two: readonly string[]) =>
  one.length === 0 || two.length === 0 || one.join() === two.join();
