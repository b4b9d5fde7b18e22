import type { Forgery } from './Forgery.suite';
import type { History } from '../../told/tellHistory';
import { order, refund, sent, sold } from './forgedShop.suite';

const card = { methodId: 'card-7', customerId: 'c-7', kind: 'card', label: 'Card', openingCents: 0 } as const;
const gift = { methodId: 'gift-7', customerId: 'c-7', kind: 'gift-card', label: 'Gift', openingCents: 1000 } as const;

function paidByCard({ tell }: History) {
  tell('PaymentMethodAdded', card);
  tell('PaymentMethodAdded', gift);
  tell('OrderPlaced', { ...order, items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }] });
  tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 2900, methodId: 'card-7' });
}

/** Money that goes out, or comes from a card, as it must not. */
export const moneyForgeries: readonly Forgery[] = [
  [
    'INV4',
    'more money goes back than came in',
    /€40.00 back, and only €29.00/,
    (h) => {
      sent(h);
      h.tell('RefundProcessed', { ...refund, cents: 4000, refundedCents: 4000 });
    },
  ],
  [
    'INV4',
    'a cancellation pays back what was never paid',
    /€29.01 back/,
    (h) => {
      sold(h);
      h.tell('OrderCancelled', { ...order, paidBackCents: 2901 });
    },
  ],
  [
    'INV4',
    'a running total is wrong',
    /€29.00 were paid so far.* €58.00/,
    ({ tell }) => tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 5800 }),
  ],
  [
    'INV5',
    'a unit is refunded a second time',
    /1 × MUG-1 .* only 0/,
    (h) => {
      sent(h);
      for (const refundedCents of [10, 20, 30]) h.tell('RefundProcessed', { ...refund, cents: 10, refundedCents });
    },
  ],
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
];
