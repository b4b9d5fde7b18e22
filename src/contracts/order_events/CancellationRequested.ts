import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, orderId } from '../ids';
import { cancelReasons } from '../policies';
import { tag } from '../tags';

/** Somebody asks to cancel an order that has not left the house, on behalf of this customer. */
export const CancellationRequested = defineProposal({
  type: 'CancellationRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['OrderCancelled'],
    refused: 'CancellationRefused',
  },
  schema: z.strictObject({
    orderId,
    customerId,
    reason: z.enum(cancelReasons),
  }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `asks to cancel order ${data.orderId}`,
  staleIf: (data) =>
    ['OrderCancelled', 'OrderShipped', 'ItemsChanged', 'PaymentMethodChanged'].map((type) => ({
      type,
      tag: tag.order(data.orderId),
    })),
  example: { orderId: '1042', customerId: 'c-7', reason: 'ordered-by-mistake' },
});

/** The order stays. */
export const CancellationRefused = defineRefusal({
  type: 'CancellationRefused',
  of: CancellationRequested,
  example: {
    rule: 'already-shipped',
    because: 'order 1042 is already on its way',
    about: ['order:1042', 'customer:c-7'],
  },
});
