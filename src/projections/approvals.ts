import type { DataOf, EventId, EventOf } from '../contracts';
import type { Projection } from './Projection';

/** Something parked for the shopkeeper. Open until it is decided, or until facts under it made it void. */
export interface ApprovalRow extends Readonly<DataOf<'ApprovalAsked'>> {
  readonly status: 'open' | 'given' | 'refused' | 'lapsed';
  /** Lapsed: the positions of the facts that made it void. */
  readonly moved: readonly number[];
  /** What was said when it was closed; null while it is open. */
  readonly said: string | null;
  readonly askedAt: number;
  readonly changedAt: number;
}

/** Everything that was ever parked, by its proposal, oldest first. */
export type Approvals = Map<EventId, ApprovalRow>;

const statusAfter = { ApprovalGiven: 'given', ApprovalRefused: 'refused', ApprovalLapsed: 'lapsed' } as const;

/** Folds what waits for the shopkeeper and what became of it. */
export const approvals: Projection<Approvals> = {
  name: 'approvals',
  version: 1,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'ApprovalAsked': {
        const open = { status: 'open', moved: [], said: null, askedAt: event.at, changedAt: event.position } as const;
        return view.set(event.data.proposalId, { ...event.data, ...open });
      }
      case 'ApprovalGiven':
      case 'ApprovalRefused':
      case 'ApprovalLapsed':
        return close(view, event);
      default:
        return view;
    }
  },
};

function close(view: Approvals, event: EventOf<keyof typeof statusAfter>): Approvals {
  const row = view.get(event.data.proposalId);
  if (!row) return view;
  const moved = event.type === 'ApprovalLapsed' ? event.data.moved : [];
  const said = event.data.because;
  return view.set(row.proposalId, { ...row, status: statusAfter[event.type], moved, said, changedAt: event.position });
}
