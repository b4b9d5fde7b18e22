import {
  contractOf,
  type EventId,
  type EventOf,
  type EventType,
  type ServiceName,
  type Stale,
  type WorldEvent,
} from '../contracts';

/** What let a proposal through: who answered it, and what its contract had them look at. */
export interface Passed {
  readonly owner: ServiceName;
  /** The answer it would have had otherwise; its rules are in that service's README. */
  readonly refusal: EventType;
  /** The position its author had looked at; null for what comes from outside, which is never stale. */
  readonly basis: number | null;
  /** Facts that, after the basis, would have made it stale: none had come. */
  readonly stale: readonly Stale[];
}

/** What stands behind an event. */
export interface Behind {
  /** The proposal it answers. */
  readonly proposal: WorldEvent | null;
  readonly passed: Passed | null;
  /** The turn of an agent that the proposal came of, with all the agent was shown. */
  readonly decided: EventOf<'AgentDecided'> | null;
  /** What it followed from, when it answers nothing. */
  readonly followed: WorldEvent | null;
}

/** Looks behind an event: the proposal, the rule that let it through, and the agent's context then. */
export async function behind(event: WorldEvent, find: (id: EventId) => Promise<WorldEvent | null>): Promise<Behind> {
  const proposal = event.answers ? await find(event.answers) : null;
  if (!proposal) {
    const followed = event.causationId ? await find(event.causationId) : null;
    return { proposal: null, passed: null, decided: null, followed };
  }
  const cause = proposal.causationId ? await find(proposal.causationId) : null;
  const decided = cause?.type === 'AgentDecided' ? cause : null;
  return { proposal, passed: passedBy(proposal), decided, followed: null };
}

function passedBy(proposal: WorldEvent): Passed | null {
  const contract = contractOf(proposal.type);
  const { answeredBy } = contract;
  if (!answeredBy) return null;
  return {
    owner: answeredBy.owner,
    refusal: answeredBy.refused as EventType,
    basis: proposal.basis ?? null,
    stale: proposal.basis === undefined ? [] : (contract.staleIf?.(proposal.data) ?? []),
  };
}
