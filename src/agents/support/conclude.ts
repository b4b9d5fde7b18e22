import type { EscalationReason } from '../../contracts';
import type { ProposalDraft } from '../AgentDesk';
import { actsOf, keptChanging, wasOutrun } from '../Acts';
import type { Outcome, Turn } from '../defineAgent';
import { proposalOf } from './asks';
import type { SupportDecision } from './decision';
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
  const isNew = (type: string, orderId: string, sku?: string) =>
    !over.some((act) => act.type === type && act.data['orderId'] === orderId && act.data['sku'] === sku);
  const { customerId, mailId, known } = found;
  const asks: ProposalDraft[] = [
    ...decision.acts.flatMap(({ ask, ...data }): ProposalDraft[] => {
      const type = proposalOf[ask];
      return isNew(type, data.orderId, 'sku' in data ? data.sku : undefined)
        ? [{ type, data: { ...data, customerId } }]
        : [];
    }),
  ];
  if (known && asks.length) return { proposals: asks, summary: decision.summary };

  const { reply, escalation: handOver, filing, summary } = decision;
  if (reply && (known || reply.claims.every((one) => one.says === 'available'))) {
    const asks = reply.kind === 'question' ? { asks: true as const } : {};
    const data = { mailId, customerId, claims: reply.claims, ...asks };
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

function escalation({ mailId, customerId }: Case, reason: EscalationReason, because: string): ProposalDraft {
  return { type: 'EscalationRequested', data: { mailId, customerId, reason, because } };
}
