import type { Actor, EventId, ProposalType } from '../contracts';

/** A proposal and its answer. It waits until `answer` is there. */
export interface ProposalRow {
  readonly id: EventId;
  readonly type: ProposalType;
  readonly by: Actor;
  readonly position: number;
  readonly status: 'waiting' | 'accepted' | 'refused';
  readonly answer: EventId | null;
  readonly rule: string | null;
  readonly because: string | null;
  readonly changedAt: number;
}

/** The proposals that wait, all of them, and the last 200 that were answered, oldest first. */
export interface Proposals {
  readonly waiting: Map<EventId, ProposalRow>;
  readonly answered: Map<EventId, ProposalRow>;
  readonly acceptedCount: number;
  readonly refusedCount: number;
}
