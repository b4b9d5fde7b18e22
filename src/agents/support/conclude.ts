import { z } from 'zod';
import { orderId, type Claim, type CustomerId, type EscalationReason } from '../../contracts';
import type { ProposalDraft } from '../AgentDesk';
import { actsOf, keptChanging, wasOutrun, type Act } from '../Acts';
import type { Outcome, Turn } from '../defineAgent';
import { proposalOf } from './asks';
import type { SupportAct, SupportDecision } from './decision';
import type { Case, SupportMemory } from './memory';

/**
 * Support's decision as proposals. What no engine may get wrong stands here: mail and customer come from the trigger, somebody
 * unknown gets nothing but public facts, nothing is asked for twice, and a story that keeps changing goes to a person.
 */
export function conclude(decision: SupportDecision, { trigger, memory }: Turn<SupportMemory>): Outcome {
  const story = trigger.correlationId;
  const found = memory.cases.get(story);
  if (!found || found.closed) return { proposals: [], summary: 'nothing to do: the mail is answered or with a person' };
  if (keptChanging(memory.acts, story)) {
    const because = 'what this mail is about changed again each time it was looked at';
    return { proposals: [escalation(found, 'kept-changing', because)], summary: `gives up: ${because}` };
  }

  const over = actsOf(memory.acts, story).filter((act) => !wasOutrun(act));
  const isNew = (type: string, order: string, sku?: string) =>
    !over.some((act) => act.type === type && act.data['orderId'] === order && act.data['sku'] === sku);
  const { customerId, mailId, known } = found;
  const asks: ProposalDraft[] = [
    ...decision.acts.flatMap((act) => {
      const type = proposalOf[act.ask];
      return isNew(type, act.orderId, 'sku' in act ? act.sku : undefined) ? [draftOf(act, customerId)] : [];
    }),
  ];
  if (known && asks.length) return { proposals: asks, summary: decision.summary };

  const { reply, escalation: handOver, filing, summary } = decision;
  if (reply && (known || reply.claims.every((one) => one.says === 'available'))) {
    const waiting = waitingFor(actsOf(memory.acts, story));
    const asks = reply.kind === 'question' ? { asks: true as const } : {};
    const interim = waiting.length > 0 ? { interim: true as const } : {};
    const told = reply.claims.filter((one) => one.says !== 'waits-for-approval');
    const data = { mailId, customerId, claims: [...waiting, ...told].slice(0, 20), ...asks, ...interim };
    return { proposals: [{ type: 'ReplyDrafted', data, texts: { text: reply.text } }], summary };
  }
  if (filing) return { proposals: [{ type: 'FilingRequested', data: { mailId, customerId, ...filing } }], summary };
  if (handOver) return { proposals: [escalation(found, handOver.reason, handOver.because)], summary };
  const because = known
    ? 'support wanted to ask for the same thing again'
    : 'somebody unknown asks for what belongs to a customer';
  return {
    proposals: [escalation(found, known ? 'unclear' : 'unknown-sender', because)],
    summary: `hands the mail to a person: ${because}`,
  };
}

/** What a reply has to say of acts that wait for the shopkeeper, whoever writes it. */
function waitingFor(acts: readonly Act[]): readonly Claim[] {
  const orders = acts
    .filter((act) => act.parked && act.answer === null)
    .map((act) => orderIdOf.parse(act.data).orderId);
  return [...new Set(orders)].map((orderId) => ({ says: 'waits-for-approval', orderId }));
}

const orderIdOf = z.object({ orderId });

/** An act as a proposal; an address is a personal text and goes to the side. */
function draftOf(act: SupportAct, customerId: CustomerId): ProposalDraft {
  const { ask, ...data } = act;
  const type = proposalOf[ask];
  if (act.ask !== 'address') return { type, data: { ...data, customerId } };
  return { type, data: { orderId: act.orderId, customerId }, texts: { address: act.address } };
}

function escalation({ mailId, customerId }: Case, reason: EscalationReason, because: string): ProposalDraft {
  return { type: 'EscalationRequested', data: { mailId, customerId, reason, because } };
}
