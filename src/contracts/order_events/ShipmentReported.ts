import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { orderId } from '../ids';
import { tag } from '../tags';

/** The carrier reports that it took the parcel, or the one with what an exchange replaces. */
export const ShipmentReported = defineProposal({
  type: 'ShipmentReported',
  topic: 'order_events',
  publishedBy: ['carrier', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['OrderShipped', 'ReplacementShipped'],
    refused: 'ShipmentRefused',
  },
  schema: z.strictObject({ orderId }),
  tags: (data) => [tag.order(data.orderId)],
  says: (data) => `the carrier took the parcel of order ${data.orderId}`,
  example: { orderId: '1042' },
});

/** The report does not fit the order's state. */
export const ShipmentRefused = defineRefusal({
  type: 'ShipmentRefused',
  of: ShipmentReported,
  example: {
    rule: 'not-confirmed',
    because: 'order 1042 is not confirmed yet',
    about: ['order:1042'],
  },
});
