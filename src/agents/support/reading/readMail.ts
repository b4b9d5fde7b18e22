import { asksForNothing, isAdvertising, isFromStranger, isToSomebodyElse } from './asksForNothing';
import { isAutomatic } from './automatic';
import { clausesOf } from './clauses';
import { cleanText } from './cleanText';
import type { IntentModel } from './IntentModel';
import type { Intent } from './intents';
import { enough, guess, judge } from './judge';
import { isKept, keptIn, withoutKept } from './keeping';
import { foreignIntents, foreignLanguage } from './language';
import { modeOf, takenBack } from './modes';
import { numbersIn } from './orderNumbers';
import { ordersOfClauses } from './ordersOfClauses';
import { ownWords } from './ownWords';
import { myFault, rankIntents } from './rankIntents';
import type { LetterText, Reading, Want } from './Reading';
import { cancelReasonOf, refundReasonOf } from './reasons';
import { mendSpelling } from './spelling';
import { rules } from './rules';
import { isSettling } from './settling';
import { toMachines } from './toMachines';
import { wantsOf, type Clause } from './wantsOf';

/** A subject says less than a sentence: it can be an answer's, or a name for the whole thread. */
const subjectWeight = 0.85;
const mostText = 20_000;
const moving: readonly Intent[] = ['refund', 'return', 'exchange', 'cancel_order'];
const remedies: readonly Intent[] = ['refund', 'return', 'exchange'];
const swaps: readonly Intent[] = ['exchange', 'modify_order', 'damaged_or_wrong', 'complaint'];
/** So sure is what is asked for beside something else. */
const clearly = 0.75;
/** What is said in passing where something else is asked for. */
const background: readonly Intent[] = ['complaint', 'order_status', 'product_question', 'damaged_or_wrong'];
const fairlySure = 0.56;

/** Reads a mail. Whatever it says, it can only come to wants of these kinds: there is no rule that obeys it. */
export function readMail(letter: LetterText, model: IntentModel): Reading {
  const subject = cleanText(letter.subject).replace(/^\s*(?:(?:re|fwd?|aw|wg|sv|tr|rv|antw)\s*:\s*)+/i, '');
  const { own, forwarded } = ownWords(cleanText(letter.text.slice(0, 4 * mostText)));
  // A short note above a forwarded mail means what is in it.
  const body = own.length >= 60 || forwarded === '' ? own : `${own}\n${forwarded}`;
  const text = `${subject}\n${body}`.slice(0, mostText);
  const numbers = numbersIn(text);
  const language = foreignLanguage(text);
  const base = { named: numbers.named, bareNumbers: numbers.bare, text, language, wants: [], besides: [] };
  if (isAutomatic(letter.from, subject, body)) return { ...base, intents: ['other'], automatic: true };
  if (isFromStranger(`${subject}\n${body}`) && numbers.named.length === 0)
    return { ...base, intents: ['other'], automatic: false };
  if (language !== null) return { ...base, intents: foreignIntents(text), automatic: false };

  const plain = mendSpelling(body.slice(0, mostText));
  const all = judged(mendSpelling(subject), plain, numbers.named.length > 0, model);
  const clauses = /^\s*(?:re|aw|sv|antw|odp)\s*:/i.test(letter.subject) ? withoutOldSubject(all, plain) : all;
  const found = wantsOf(clauses, `${subject}\n${plain}`);
  // A letter to somebody else is about the shop only if it says so clearly; nor is what is left of a letter to a machine guessed at.
  const isAstray = isToSomebodyElse(body) && numbers.named.length === 0 && found.every((one) => one.score < clearly);
  const wants = isAstray ? [] : found.length || toMachines.test(plain) ? found : hinted(clauses, plain, model);
  const intents = rankIntents(wants, plain);
  const besides = besidesOf(intents, wants);
  const named = [...new Set(clauses.flatMap((one) => one.orders))];
  return {
    ...base,
    named: named.length ? named : numbers.named,
    // What is said in passing is neither done nor answered.
    wants: wants.filter((want) => intents.includes(want.intent)),
    besides,
    intents: withWhatIsBehind(intents, wants, besides, plain),
    automatic: false,
  };
}

/**
 * The matters, and those behind them: money back, or another one, for what is broken or was not ordered says what to do about it, and what is wrong
 * is a matter, too; so is what is asked for in words of its own and clearly. Only the former are acted on.
 */
function withWhatIsBehind(
  intents: readonly Intent[],
  wants: readonly Want[],
  besides: readonly Want[],
  plain: string,
): readonly Intent[] {
  const isWrong = wants.some(
    (want) =>
      intents.includes(want.intent) &&
      remedies.includes(want.intent) &&
      (want.reason === 'damaged' || (want.reason === 'wrong-item' && want.intent !== 'exchange')),
  );
  const isSwapped =
    intents[0] === 'damaged_or_wrong' && wants.some((want) => want.intent === 'exchange' && want.mode === 'request');
  return [
    ...new Set([
      ...intents,
      ...besides.map((want) => want.intent),
      ...(isWrong && !myFault.test(plain) ? (['damaged_or_wrong'] as const) : []),
      ...(isSwapped ? (['exchange'] as const) : []),
    ]),
  ];
}

/** What is asked for clearly, and not in the words of what the letter is mainly about. */
function besidesOf(intents: readonly Intent[], wants: readonly Want[]): Want[] {
  const isMeant = (want: Want) => intents.includes(want.intent);
  const saysTheSame = (one: Want, other: Want) => one.text.includes(other.text) || other.text.includes(one.text);
  return wants.filter(
    (want) =>
      want.score >= clearly &&
      (want.mode === 'request' || want.intent === 'product_question') &&
      !want.isSubject &&
      !isMeant(want) &&
      (!background.includes(want.intent) || (want.intent === 'product_question' && want.text.includes('?'))) &&
      !wants.some((other) => isMeant(other) && saysTheSame(want, other)),
  );
}

/** The subject of an answer is the shop's: it counts only where the answer itself says neither what it wants nor thanks. */
const withoutOldSubject = (clauses: readonly Clause[], plain: string): Clause[] =>
  clauses.some((one) => !one.isSubject && one.found.length > 0) || asksForNothing({ intents: ['other'], text: plain })
    ? clauses.map((one) => (one.isSubject ? { ...one, text: '', found: [] } : one))
    : [...clauses];

/** Each clause with what it is about. `names` says that the mail names an order. */
function judged(subject: string, plain: string, names: boolean, model: IntentModel): Clause[] {
  const said = [
    ...clausesOf(subject)
      .slice(0, 2)
      .map((text) => ({ text, weight: subjectWeight })),
    ...clausesOf(plain).map((text) => ({ text, weight: 1 })),
  ];
  const orders = ordersOfClauses(said.map((one) => one.text));
  const whole = model.judge(`${subject}\n${plain.slice(0, 800)}`);
  return said.map(({ text, weight }, i): Clause => ({
    text,
    orders: orders[i]!,
    isSubject: weight === subjectWeight,
    takesBack: takenBack.test(text),
    kept: isKept(text) ? numbersIn(keptIn(text)).named : [],
    // "Scratch that" is no damage.
    found: (toMachines.test(text)
      ? []
      : judge((isKept(text) ? withoutKept(text) : text).replace(new RegExp(takenBack, 'gi'), ' '), whole, model)
    )
      .filter(([intent, score]) => score * weight >= enough && !(isSettling(text) && !swaps.includes(intent)))
      .map(([intent, score]) => ({
        intent,
        score: score * weight,
        mode: isUnsure(intent, score, text) ? 'guess' : modeOf(intent, text, names),
      })),
  }));
}

/** Goods and money are not moved on a guess, it is asked back: without a word that says so, the classifier has to be fairly sure. */
const isUnsure = (intent: Intent, score: number, clause: string) =>
  moving.includes(intent) &&
  score < fairlySure &&
  !rules[intent]!.test(clause) &&
  modeOf(intent, clause, true) === 'request';

/** "Please call me back" does not say what about. */
const wantsACall = /^[^.?!\n]{0,40}\b(?:call|ring|phone) (?:me|us)\b[^.?!\n]{0,30}(?:[.!\n]|$)(?:[^?]{0,40})$/i;

/** A mail of which no clause is clear may still be clear as a whole; what was denied is not guessed at again. */
function hinted(clauses: readonly Clause[], plain: string, model: IntentModel): Want[] {
  const mentioned = clauses.flatMap((one) => one.found.map((it) => it.intent));
  const best = guess([...clauses.map((one) => one.text), plain.slice(0, 600)], model);
  if (!best || mentioned.includes(best[0]) || isAdvertising(plain) || wantsACall.test(plain)) return [];
  const orders = clauses.findLast((one) => one.orders.length > 0)?.orders ?? [];
  if (modeOf(best[0], plain, orders.length > 0) === 'refused') return [];
  // Nothing is done on a hint but to answer, or to ask.
  const mode = 'question';
  const reasons = { reason: refundReasonOf(plain), cancelReason: cancelReasonOf(plain) };
  return [
    {
      intent: best[0],
      mode,
      orders,
      text: plain.slice(0, 600),
      before: [],
      score: best[1],
      isSubject: false,
      ...reasons,
    },
  ];
}
