import { answerTypes, isRefusal, type EventId, type ProposalType, type WorldEvent } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Asked {
  readonly waiting: Map<EventId, ProposalType>;
  readonly answered: Set<EventId>;
}

/** Proposals may wait, for as long as a service is down; they are never answered twice, and never by something unfit. */
export const oneAnswerPerProposal = defineInvariant<Asked>({
  id: 'INV8',
  says: 'Every proposal has at most one answer, and every answer fits a proposal that waited for it.',
  open: () => ({ waiting: new Map(), answered: new Set() }),
  check({ waiting, answered }, event) {
    if (event.kind === 'proposal') waiting.set(event.id, event.type as ProposalType);
    if (event.answers === undefined) return isRefusal(event) ? 'a refusal says what it refuses' : null;
    const asked = waiting.get(event.answers);
    if (!asked) {
      return answered.has(event.answers)
        ? `${event.answers} has a second answer`
        : `it answers ${event.answers}, which nobody proposed`;
    }
    waiting.delete(event.answers);
    answered.add(event.answers);
    return fits(asked, event) ? null : `this is no answer to the ${asked} ${event.answers}`;
  },
});

function fits(asked: ProposalType, answer: WorldEvent): boolean {
  return (answerTypes(asked) as readonly string[]).includes(answer.type);
}
