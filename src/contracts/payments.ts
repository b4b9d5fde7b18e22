import './noEval';
import { z } from 'zod';
import { methodId } from './ids';
import { cents, words } from './quantities';

/** What a customer can pay with. A gift card has a balance, kept here; what lies behind a card or an account, only its bank knows. */
export const paymentMethod = z.strictObject({
  methodId,
  kind: z.enum(['card', 'paypal', 'gift-card']),
  /** What a person recognises it by, such as "Mastercard ending in 9212": never a whole number. */
  label: words(80),
  /** Gift cards: what is on it on the day it is added. Nothing for the others. */
  openingCents: cents,
});

/** Money that goes to or from one method; `methodId` null is the bank, when nobody said what was paid with. */
export const moneyPart = z.strictObject({ methodId: methodId.nullable(), cents: cents.min(1) });

/** Money that moves: `charge` from the customer to the shop, `refund` back. */
export const moneyMove = z.strictObject({
  ...moneyPart.shape,
  kind: z.enum(['charge', 'refund']),
});

/** Money that goes back, shared out among methods. Absent in older events: then all of it went to the bank. */
export const paidBack = z.array(moneyPart).max(20).optional();

export type PaymentMethod = z.infer<typeof paymentMethod>;
export type MoneyPart = z.infer<typeof moneyPart>;
export type MoneyMove = z.infer<typeof moneyMove>;
