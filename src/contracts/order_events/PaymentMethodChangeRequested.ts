import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, methodId, orderId } from '../ids';
import { tag } from '../tags';

/** Somebody asks to pay an order that has not left with one other method. */
export const PaymentMethodChangeRequested = defineProposal({
  type: 'PaymentMethodChangeRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['PaymentMethodChanged'], refused: 'PaymentMethodChangeRefused' },
  schema: z.strictObject({ orderId, customerId, methodId }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId), tag.method(data.methodId)],
  says: (data) => `asks to pay order ${data.orderId} with ${data.methodId}`,
  staleIf: (data) =>
    ['OrderCancelled', 'OrderShipped', 'ItemsChanged', 'PaymentMethodChanged'].map((type) => ({
      type,
      tag: tag.order(data.orderId),
    })),
  example: { orderId: '1042', customerId: 'c-7', methodId: 'gift-7' },
});

/** The order stays paid as it was. */
export const PaymentMethodChangeRefused = defineRefusal({
  type: 'PaymentMethodChangeRefused',
  of: PaymentMethodChangeRequested,
  example: {
    rule: 'gift-card-short',
    because: 'the gift card gift-7 has €10.00 left, and €29.00 are needed',
    about: ['order:1042', 'customer:c-7', 'method:gift-7'],
  },
});
