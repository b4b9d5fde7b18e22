import { euros } from '../../kernel';
import type { Prompt, Script, ScriptStep } from '../../llm';
import type { SupportDecision } from './decision';
import { lookUp } from './lookUp';
import { planFor } from './plan';
import { readMail } from './readMail';
import { readSituation, type AskOutcome, type Situation } from './situation';
import { letterOf, sayOutcome } from './wording';

/**
 * Support by rules: read the letter, look up what it speaks of, ask for what is due, and once that is answered write what is true.
 * It reads the same prompt that a model gets.
 */
export const supportScript: Script = (prompt: Prompt): ScriptStep => {
  const now = readSituation(prompt);
  if (now.case.keptChanging)
    return escalate('kept-changing', 'what this mail is about changed again each time it was looked at');
  if (now.letter.lost) return escalate('unclear', 'the letter can no longer be read');

  const reading = readMail(now.letter.subject, now.letter.text);
  const outcomes = latest(now.outcomes);
  const open = reading.wants.filter((want) => !isSettled(want.kind, want.orders, outcomes));
  const found = lookUp(prompt, now, open);
  if ('ask' in found) return found;

  const plan = planFor({ wants: open, reading, found, situation: now, settled: outcomes });
  if (plan.refunds.length + plan.cancellations.length > 0) {
    return decide({ ...plan, reply: null, escalation: null, summary: summaryOf(plan) });
  }
  const told = outcomes.map((outcome) => sayOutcome(outcome, plan.titleOf(outcome.sku ?? '')));
  if (plan.needsPerson) {
    const because = [...told.map((one) => one.text), 'The letter asks for something only a person can decide.'].join(
      ' ',
    );
    return escalate('not-mine-to-decide', because.slice(0, 400));
  }
  const sentences = [...told, ...plan.sentences];
  if (sentences.length === 0) {
    return now.case.known
      ? escalate('unclear', 'the letter does not say what is wanted')
      : escalate('unknown-sender', 'somebody unknown writes, and it is not clear what about');
  }
  return decide({
    refunds: [],
    cancellations: [],
    reply: letterOf(now.letter.from, sentences),
    escalation: null,
    summary: `answers: ${firstWords(sentences[0]!.text)}`,
  });
};

function decide(decision: SupportDecision): ScriptStep {
  return {
    decide: {
      refunds: decision.refunds,
      cancellations: decision.cancellations,
      reply: decision.reply,
      escalation: decision.escalation,
      summary: decision.summary,
    },
  };
}

function escalate(reason: NonNullable<SupportDecision['escalation']>['reason'], because: string): ScriptStep {
  return decide({
    refunds: [],
    cancellations: [],
    reply: null,
    escalation: { reason, because },
    summary: `hands the mail to a person: ${firstWords(because)}`,
  });
}

/** The last word on each thing that was asked for: an earlier try at the same thing no longer counts. */
function latest(outcomes: Situation['outcomes']): AskOutcome[] {
  return [...new Map(outcomes.map((one) => [`${one.type} ${one.orderId} ${one.sku ?? ''}`, one])).values()];
}

function isSettled(kind: string, orders: readonly string[], outcomes: readonly AskOutcome[]): boolean {
  if (kind !== 'refund' && kind !== 'cancel') return false;
  const about = orders.length ? outcomes.filter((one) => orders.includes(one.orderId)) : outcomes;
  const covered = orders.length
    ? orders.every((order) => about.some((one) => one.orderId === order))
    : about.length > 0;
  return covered && about.every((one) => one.result !== 'outrun');
}

function summaryOf({ refunds, cancellations }: Pick<SupportDecision, 'refunds' | 'cancellations'>): string {
  const asks = [
    ...refunds.map((one) => `refund ${euros(one.cents)} for ${one.qty} × ${one.sku} of order ${one.orderId}`),
    ...cancellations.map((one) => `cancel order ${one.orderId}`),
  ];
  return `asks to ${asks.join(', ')}`.slice(0, 300);
}

const firstWords = (text: string) => (text.length > 160 ? `${text.slice(0, 159).toWellFormed()}…` : text);
