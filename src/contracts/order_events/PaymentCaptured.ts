import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { methodId, orderId } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The bank reports that it took the money for an order. */
export const PaymentCaptured = defineProposal({
  type: 'PaymentCaptured',
  version: 2,
  topic: 'order_events',
  publishedBy: ['bank', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['PaymentRecorded'],
    refused: 'PaymentRefused',
  },
  /** `methodId`: what it was paid with; left out when the bank does not say. */
  schema: z.strictObject({ orderId, cents: cents.min(1), methodId: methodId.optional() }),
  tags: (data) => [tag.order(data.orderId), ...(data.methodId ? [tag.method(data.methodId)] : [])],
  says: (data, money) => `the bank took ${money(data.cents)} for order ${data.orderId}`,
  example: { orderId: '1042', cents: 2900, methodId: 'card-7' },
  formerly: [{ orderId: '1042', cents: 2900 }],
});

/** The payment was not booked on the order. */
export const PaymentRefused = defineRefusal({
  type: 'PaymentRefused',
  of: PaymentCaptured,
  example: {
    rule: 'overpaid',
    because: 'order 1042 costs €29.00 and is already paid',
    about: ['order:1042'],
  },
});
