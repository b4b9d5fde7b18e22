import type { History } from '../told/tellHistory';

type Forgery = readonly [id: string, what: string, says: RegExp, forge: (history: History) => void];

const order = { orderId: '1042', customerId: 'c-7' };
const card = { methodId: 'card-7', customerId: 'c-7', kind: 'card', label: 'Card', openingCents: 0 } as const;
const gift = { methodId: 'gift-7', customerId: 'c-7', kind: 'gift-card', label: 'Gift', openingCents: 1000 } as const;

function paidByCard({ tell }: History) {
  tell('PaymentMethodAdded', card);
  tell('PaymentMethodAdded', gift);
  tell('OrderPlaced', { ...order, items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }] });
  tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 2900, methodId: 'card-7' });
}

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

/** For each promise about money and approvals, histories that break it, and a part of what its light then says. */
export const moneyForgeries: readonly Forgery[] = [
  [
    'INV14',
    'a gift card pays more than is on it',
    /gift-7 had 1000 cents left and was charged 2900/,
    ({ tell }) => {
      tell('PaymentMethodAdded', gift);
      tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 2900, methodId: 'gift-7' });
    },
  ],
  [
    'INV15',
    'who paid before a change of payer is paid back again by the cancellation',
    /card-7 got 2900 cents back .* and 0 were left/,
    (h) => {
      paidByCard(h);
      h.tell('PaymentMethodAdded', { ...card, methodId: 'card-8' });
      h.tell('PaymentMethodChanged', {
        ...order,
        refunded: [{ methodId: 'card-7', cents: 2900 }],
        charged: { methodId: 'card-8', cents: 2900 },
      });
      h.tell('OrderCancelled', { ...order, paidBackCents: 2900, paidBack: [{ methodId: 'card-7', cents: 2900 }] });
    },
  ],
  [
    'INV15',
    'a change of payer charges less than it pays back',
    /pays back 2900 cents and charges 900/,
    (h) => {
      paidByCard(h);
      h.tell('PaymentMethodChanged', {
        ...order,
        refunded: [{ methodId: 'card-7', cents: 2900 }],
        charged: { methodId: 'gift-7', cents: 900 },
      });
    },
  ],
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
