import type { Intent } from './intents';
import type { Want } from './Reading';

const remedies: readonly Intent[] = ['refund', 'return', 'exchange', 'cancel_order', 'modify_order'];
const mild: readonly Intent[] = ['order_status', 'product_question', 'complaint'];
const unsentOnly: readonly Intent[] = ['cancel_order', 'modify_order', 'change_address'];
const stillTime =
  /\b(?:not|n't|hasn't|isn't|if it)\b[^.?!\n]{0,20}\b(?:shipped|sent|gone|left|dispatched|out|on its way)\b|still (?:time|possible|not sent|unsent)/i;
/** What is wrong with it is the writer's own doing. */
export const myFault: RegExp =
  /\b(?:my (?:own )?(?:mistake|fault|bad)|wrong (?:size|colou?r|one) (?:picked|chosen|ordered|selected)|i (?:\w+ )?(?:ordered|bought|chose|picked|took|ticked|selected|clicked)\b[^.?!\n]{0,60}\b(?:by mistake|by accident|in error|mistakenly|accidentally)|wrong size for me|i (?:ordered|bought|chose|picked|have bought) (?:the )?wrong|i (?:ordered|bought|chose|picked|took|ticked) [^.?!\n]{1,40},? but (?:i )?(?:meant|need|should have))\b/i;

/**
 * Which wants are matters of their own, in the order in which they are raised; of one matter the gravest word counts. "It came broken,
 * I want my money" is about what came broken; "where is it? cancel it" is about cancelling.
 */
export function rankIntents(wants: readonly Want[], text: string): Intent[] {
  const best = new Map<Intent, number>();
  for (const want of wants) best.set(want.intent, Math.max(best.get(want.intent) ?? 0, want.score));
  const has = (intent: Intent) => best.has(intent);
  const drop = (intent: Intent) => void best.delete(intent);
  const score = (intent: Intent) => best.get(intent) ?? 0;
  const weaker = (one: Intent, two: Intent) => (score(one) >= score(two) ? two : one);
  const onlySubject = (intent: Intent) => wants.every((want) => want.intent !== intent || want.isSubject);
  const sameMatter = (one: Intent, two: Intent) => overlap(wants, one, two);

  // A wrong charge that is to come back is a matter of payment.
  if (has('invoice_payment') && has('refund') && !has('damaged_or_wrong') && sameMatter('invoice_payment', 'refund'))
    drop(score('invoice_payment') >= score('refund') - 0.15 ? 'refund' : 'invoice_payment');
  if (has('invoice_payment') && has('return') && !has('damaged_or_wrong') && sameMatter('invoice_payment', 'return'))
    drop('return');
  if (has('product_question') && best.size > 1 && score('product_question') < 0.8) drop('product_question');
  if (has('return') && has('refund') && sameMatter('return', 'refund')) drop('refund');
  // Who waits for the money of what was cancelled asks for the money.
  if (has('cancel_order') && has('refund') && wants.every((want) => want.intent !== 'cancel_order' || isOver(want)))
    drop('cancel_order');
  if (has('cancel_order') && has('refund') && sameMatter('cancel_order', 'refund'))
    drop(score('cancel_order') < 0.7 ? weaker('refund', 'cancel_order') : 'refund');
  if (has('exchange') && has('return') && sameMatter('exchange', 'return')) drop('return');
  if (has('exchange') && has('modify_order') && sameMatter('exchange', 'modify_order'))
    drop(weaker('exchange', 'modify_order'));
  if (
    has('change_address') &&
    has('modify_order') &&
    score('change_address') >= score('modify_order') &&
    sameMatter('change_address', 'modify_order')
  )
    drop('modify_order');
  // A subject names a matter; what the letter asks for goes before it.
  if (has('account') && has('change_address') && onlySubject('change_address')) drop('change_address');
  if (
    has('change_address') &&
    has('account') &&
    (sayTheSame(wants, 'change_address', 'account') || score('account') < 0.6)
  )
    drop(weaker('change_address', 'account'));
  if (has('account') && has('exchange')) drop(weaker('account', 'exchange'));
  if (has('damaged_or_wrong') && myFault.test(text) && remedies.some(has)) drop('damaged_or_wrong');
  if (has('damaged_or_wrong') && has('exchange') && sameMatter('damaged_or_wrong', 'exchange'))
    drop(score('exchange') > score('damaged_or_wrong') + 0.1 ? 'damaged_or_wrong' : 'exchange');
  if (has('damaged_or_wrong') && has('return') && sameMatter('damaged_or_wrong', 'return')) drop('return');
  // "Not shipped yet, right? Then make it an M" asks whether there is still time.
  if (
    has('order_status') &&
    unsentOnly.some(has) &&
    wants.every((want) => want.intent !== 'order_status' || stillTime.test(want.text))
  )
    drop('order_status');
  for (const light of mild) {
    const heavier = [...best.keys()].filter((one) => !mild.includes(one) && sameMatter(one, light));
    if (heavier.length > 0 && (light === 'complaint' || !asks(wants, light, heavier))) drop(light);
  }
  if (has('complaint') && has('order_status'))
    drop(score('complaint') > score('order_status') + 0.1 ? 'order_status' : 'complaint');
  // What is said in passing is no matter of its own.
  const top = Math.max(...best.values());
  for (const [one, sure] of best)
    if (sure < 0.62 && top > sure + 0.3 && !wants.some((want) => want.intent === one && /\?|please/i.test(want.text)))
      drop(one);

  const raised = [...best.keys()];
  if (has('damaged_or_wrong') && raised.some((one) => remedies.includes(one) && sameMatter(one, 'damaged_or_wrong')))
    raised.sort((a, b) => Number(b === 'damaged_or_wrong') - Number(a === 'damaged_or_wrong'));
  return raised.length ? raised : ['other'];
}

/** True when one clause was taken for both. */
const sayTheSame = (wants: readonly Want[], one: Intent, two: Intent) =>
  wants.some(
    (a) =>
      a.intent === one && wants.some((b) => b.intent === two && (a.text.includes(b.text) || b.text.includes(a.text))),
  );

const isOver = ({ mode, text }: Want) =>
  mode === 'question' && /\b(?:was|were|been|got|is) (?:already |just )?cancel/i.test(text);

/** True when it is asked in words of its own, about something else than the graver matter. */
function asks(wants: readonly Want[], light: Intent, heavier: readonly Intent[]): boolean {
  return wants.some(
    (want) =>
      want.intent === light &&
      /\?|\b(?:when|where|tell me|let me know)\b/i.test(want.text) &&
      !wants.some(
        (other) =>
          heavier.includes(other.intent) &&
          other.orders.length > 0 &&
          other.orders.join() === want.orders.join() &&
          light === 'order_status' &&
          ['refund', 'cancel_order'].includes(other.intent),
      ),
  );
}

function overlap(wants: readonly Want[], one: Intent, two: Intent): boolean {
  const [a, b] = [one, two].map((intent) =>
    wants.filter((want) => want.intent === intent).flatMap((want) => want.orders),
  );
  return a!.length === 0 || b!.length === 0 || a!.some((id) => b!.includes(id));
}
