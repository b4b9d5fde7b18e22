import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { orderId } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';
import { euros } from '../../kernel';

/** The bank reports that it took the money for an order. */
export const PaymentCaptured = defineProposal({
  type: 'PaymentCaptured',
  topic: 'order_events',
  publishedBy: ['bank', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['PaymentRecorded'],
    refused: 'PaymentRefused',
  },
  schema: z.strictObject({ orderId, cents: cents.min(1) }),
  tags: (data) => [tag.order(data.orderId)],
  says: (data) => `the bank took ${euros(data.cents)} for order ${data.orderId}`,
  example: { orderId: '1042', cents: 2900 },
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
