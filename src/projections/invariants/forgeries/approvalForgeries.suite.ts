import type { Forgery } from './Forgery.suite';
import type { History } from '../../told/tellHistory';
import { order } from './forgedShop.suite';

function parked({ tell }: History) {
  const asked = tell('RefundRequested', { ...order, sku: 'MUG-1', qty: 1, cents: 1450, reason: 'other' });
  const shown = {
    proposalId: asked.id,
    asks: 'RefundRequested',
    ...order,
    policy: 'refund-above',
    because: 'it is much',
  };
  tell('ApprovalAsked', { ...shown, payload: '0'.repeat(64), basis: 1, cents: 1450 });
  return { asked, end: { proposalId: asked.id, ...order, because: '' } };
}

/** Approvals that end twice, too early, or never began. */
export const approvalForgeries: readonly Forgery[] = [
  [
    'INV16',
    'it is agreed to twice',
    /has a second end/,
    (h) => {
      const { end } = parked(h);
      h.tell('ApprovalGiven', end);
      h.tell('ApprovalGiven', end);
    },
  ],
  [
    'INV16',
    'the money goes out while the shopkeeper is still asked',
    /is answered while it waits/,
    (h) => {
      const { asked } = parked(h);
      const refund = { ...order, sku: 'MUG-1', qty: 1, cents: 1450, refundedCents: 1450 };
      h.tell('RefundProcessed', refund, { answers: asked });
    },
  ],
  [
    'INV16',
    'something is agreed to that never waited',
    /never waited/,
    ({ tell }) => tell('ApprovalGiven', { proposalId: 'support-9', ...order, because: '' }),
  ],
];
