import type { EventId } from '../../contracts';
import { defineInvariant } from './Invariant';

/** What waits for the shopkeeper is agreed to, refused or lapses: one of them, once, and its answer does not overtake it. */
export const parkedEndsOnce = defineInvariant<{ readonly open: Set<EventId>; readonly ended: Set<EventId> }>({
  id: 'INV16',
  says: 'What waits for the shopkeeper has one end, and no answer before it.',
  open: () => ({ open: new Set(), ended: new Set() }),
  check({ open, ended }, event) {
    if (event.type === 'ApprovalAsked') {
      const { proposalId } = event.data;
      if (open.has(proposalId) || ended.has(proposalId)) return `${proposalId} waits a second time`;
      open.add(proposalId);
      return null;
    }
    if (event.type === 'ApprovalGiven' || event.type === 'ApprovalRefused' || event.type === 'ApprovalLapsed') {
      const { proposalId } = event.data;
      if (!open.delete(proposalId)) {
        return ended.has(proposalId) ? `${proposalId} has a second end` : `${proposalId} never waited`;
      }
      ended.add(proposalId);
      return null;
    }
    return event.answers && open.has(event.answers) ? `${event.answers} is answered while it waits` : null;
  },
});
