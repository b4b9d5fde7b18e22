import { isRefusal, type Actor, type EventId, type EventOf, type ProposalType, type WorldEvent } from '../contracts';
import type { Projection } from './Projection';

/** A proposal and its answer. It waits until `answer` is there. */
export interface ProposalRow {
  readonly id: EventId;
  readonly type: ProposalType;
  readonly by: Actor;
  readonly position: number;
  /** Parked: it waits for the shopkeeper, as an ApprovalAsked says. */
  readonly status: 'waiting' | 'parked' | 'accepted' | 'refused';
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

const kept = 200;

/** Folds what was asked and what came of it. Only the first answer counts. */
export const proposals: Projection<Proposals> = {
  name: 'proposals',
  version: 2,
  open: () => ({ waiting: new Map(), answered: new Map(), acceptedCount: 0, refusedCount: 0 }),
  evolve(view, event) {
    if (isProposal(event)) return ask(view, event);
    if (event.type === 'ApprovalAsked') return park(view, event);
    const row = event.answers === undefined ? undefined : view.waiting.get(event.answers);
    return row ? answer(view, row, event) : view;
  },
};

function isProposal(event: WorldEvent): event is EventOf<ProposalType> {
  return event.kind === 'proposal';
}

function ask(view: Proposals, event: EventOf<ProposalType>): Proposals {
  const { id, type, by, position } = event;
  const open = { status: 'waiting', answer: null, rule: null, because: null, changedAt: position } as const;
  view.waiting.set(id, { id, type, by, position, ...open });
  return view;
}

function park(view: Proposals, { data, position }: EventOf<'ApprovalAsked'>): Proposals {
  const row = view.waiting.get(data.proposalId);
  if (row) view.waiting.set(row.id, { ...row, status: 'parked', because: data.because, changedAt: position });
  return view;
}

function answer(view: Proposals, row: ProposalRow, event: WorldEvent): Proposals {
  const refusal = isRefusal(event) ? event.data : null;
  view.waiting.delete(row.id);
  view.answered.set(row.id, {
    ...row,
    status: refusal ? 'refused' : 'accepted',
    answer: event.id,
    rule: refusal?.rule ?? null,
    because: refusal?.because ?? null,
    changedAt: event.position,
  });
  if (view.answered.size > kept) forgetOldest(view.answered);
  return {
    ...view,
    acceptedCount: view.acceptedCount + (refusal ? 0 : 1),
    refusedCount: view.refusedCount + (refusal ? 1 : 0),
  };
}

function forgetOldest(answered: Map<EventId, ProposalRow>): void {
  for (const oldest of answered.keys()) {
    answered.delete(oldest);
    return;
  }
}
