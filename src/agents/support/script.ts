import { moneyIn } from '../../kernel';
import type { Prompt, Script, ScriptStep } from '../../llm';
import type { Sku } from '../../contracts';
import { summaryOf } from './summaryOf';
import type { SupportDecision, Understood } from './decision';
import { byState } from './deciding/byState';
import { lookUp } from './deciding/lookUp';
import { planFor, type Plan } from './deciding/plan';
import { asksForNothing } from './reading/asksForNothing';
import { matchOrder } from './reading/orderNumbers';
import { loadIntentModel } from './reading/IntentModel';
import { readThread } from './reading/readThread';
import type { Reading } from './reading/Reading';
import { readSituation, type AskOutcome, type Situation } from './situation';
import { letterOf } from './writing/letterOf';
import { sayOutcome } from './writing/sayOutcome';
import { sayWhatDoYouNeed } from './writing/wording';

/**
 * Support by rules: read the letter, look up what it speaks of, ask for what is due, and once that is answered write what is true.
 * It reads the same prompt that a model gets.
 */
export const supportScript: Script = async (prompt: Prompt): Promise<ScriptStep> => {
  const now = readSituation(prompt);
  const { reading, asksAgain } = readThread(now, await loadIntentModel());
  const money = moneyIn(now.case.currency);
  const known: Understood = {
    intents: [...reading.intents].slice(0, 8),
    orders: ordersOf(reading, now).slice(0, 20),
    products: [],
  };
  const step = (decision: Partial<SupportDecision> & { summary: string }) => decide({ understood: known, ...decision });
  const escalate = (reason: NonNullable<SupportDecision['escalation']>['reason'], because: string, seen = known) =>
    step({
      understood: seen,
      escalation: { reason, because: because.slice(0, 400).toWellFormed() },
      summary: `hands the mail to a person: ${firstWords(because)}`,
    });
  const file = (reason: 'automatic' | 'nothing-asked', because: string) =>
    step({ filing: { reason, because }, summary: `files the mail: ${because}` });

  if (now.case.keptChanging)
    return escalate('kept-changing', 'what this mail is about changed again each time it was looked at');
  if (now.letter.lost) return escalate('unclear', 'the letter can no longer be read');
  if (now.letter.automatic || reading.automatic)
    return file('automatic', 'a machine sent it, and machines get no answer');
  if (now.case.unverified)
    return escalate('sender-not-verified', 'the mail server found that it is not from its sender');
  if (reading.language !== null) return escalate('other-language', `the letter is in ${reading.language}`);

  const outcomes = latest(now.outcomes);
  const open = reading.wants.filter((want) => !isSettled(want.intent, want.orders, outcomes));
  const found = lookUp(prompt, now, open);
  if ('ask' in found) return found;

  const plan = planFor({ wants: open, reading, found, situation: now, settled: outcomes });
  const seen = understoodOf({ ...known, intents: byState(known.intents, open, found, plan.orders) }, plan, outcomes);
  if (plan.acts.length > 0)
    return step({ understood: seen, acts: [...plan.acts], summary: summaryOf(plan.acts, money) });

  const told = outcomes.map((outcome) => sayOutcome(outcome, plan.titleOf, money));
  // What else the letter wants is answered with the decision: until then only what is decided and what waits is said.
  if (outcomes.some((one) => one.result === 'parked'))
    return step({
      understood: seen,
      reply: letterOf(now.letter.from, told),
      summary: 'says what waits for the shopkeeper',
    });
  if (plan.handOver !== null && (now.case.known || plan.sentences.length === 0))
    return escalate('not-mine-to-decide', [...told.map((one) => one.text), plan.handOver].join(' '), seen);
  const sentences = [...told, ...plan.sentences];
  if (sentences.length === 0) {
    if (asksForNothing(reading)) return file('nothing-asked', 'it asks for nothing that the shop would have to answer');
    if (!now.case.known)
      return escalate('unknown-sender', 'somebody unknown writes, and it is not clear what about', seen);
    if (asksAgain)
      return escalate('asked-before', 'support asked what is wanted, and the answer does not say it', seen);
    sentences.push(sayWhatDoYouNeed());
  }
  const reply = letterOf(now.letter.from, sentences);
  if (reply.kind === 'question' && asksAgain)
    return escalate(
      'asked-before',
      `support asked once and would have to ask again: ${sentences.map((one) => one.text).join(' ')}`,
      seen,
    );
  return step({
    understood: seen,
    reply,
    summary: `${reply.kind === 'question' ? 'asks back' : 'answers'}: ${firstWords(sentences[0]!.text)}`,
  });
};

function decide(decision: Partial<SupportDecision> & Pick<SupportDecision, 'understood' | 'summary'>): ScriptStep {
  return { decide: { acts: [], reply: null, escalation: null, filing: null, ...decision } satisfies SupportDecision };
}

/** The orders a letter names, and its bare numbers where the customer has such an order. */
function ordersOf(reading: Reading, now: Situation): string[] {
  const own = now.case.orders;
  const meant = [...reading.named, ...reading.bareNumbers].map((one) => matchOrder(one, own));
  const unknown = reading.named.filter((one) => matchOrder(one, own) === null);
  return [...new Set([...meant.filter((one) => one !== null), ...unknown])];
}

/** What was understood, with the orders and products that it turned out to be about. */
function understoodOf(known: Understood, plan: Plan, outcomes: readonly AskOutcome[]): Understood {
  const skus = [...plan.products, ...outcomes.flatMap((one) => one.items.map((item) => item.sku))];
  return {
    ...known,
    orders: [...new Set([...plan.orders, ...outcomes.map((one) => one.orderId), ...known.orders])].slice(0, 20),
    products: [...new Set(skus)].slice(0, 20) as Sku[],
  };
}

/** The last word on each thing that was asked for: an earlier try at the same thing no longer counts. */
function latest(outcomes: Situation['outcomes']): AskOutcome[] {
  return [
    ...new Map(
      outcomes.map((one) => [`${one.ask} ${one.orderId} ${one.items.map((item) => item.sku).join()}`, one]),
    ).values(),
  ];
}

const acting = ['refund', 'return', 'cancel_order', 'exchange', 'modify_order', 'change_address', 'damaged_or_wrong'];

function isSettled(intent: string, orders: readonly string[], outcomes: readonly AskOutcome[]): boolean {
  if (!acting.includes(intent)) return false;
  const about = orders.length ? outcomes.filter((one) => orders.includes(one.orderId)) : outcomes;
  const isCovered = orders.length
    ? orders.every((order) => about.some((one) => one.orderId === order))
    : about.length > 0;
  return isCovered && about.every((one) => one.result !== 'outrun');
}

const firstWords = (text: string) => (text.length > 160 ? `${text.slice(0, 159).toWellFormed()}…` : text);
