import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { orderId } from '../ids';
import { tag } from '../tags';

/** The carrier reports that the parcel arrived. */
export const DeliveryReported = defineProposal({
  type: 'DeliveryReported',
  topic: 'order_events',
  publishedBy: ['carrier', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['OrderDelivered', 'ReplacementDelivered'],
    refused: 'DeliveryRefused',
  },
  schema: z.strictObject({ orderId }),
  tags: (data) => [tag.order(data.orderId)],
  says: (data) => `the carrier delivered order ${data.orderId}`,
  example: { orderId: '1042' },
});

/** The report does not fit the order's state. */
export const DeliveryRefused = defineRefusal({
  type: 'DeliveryRefused',
  of: DeliveryReported,
  example: {
    rule: 'not-shipped',
    because: 'order 1042 was never shipped',
    about: ['order:1042'],
  },
});
