import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, orderId, ref } from '../ids';
import { tag } from '../tags';

/** Somebody asks to send an order elsewhere. The address lies in the side store. */
export const AddressChangeRequested = defineProposal({
  type: 'AddressChangeRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['AddressChanged'], refused: 'AddressChangeRefused' },
  schema: z.strictObject({ orderId, customerId, address: ref }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `asks to send order ${data.orderId} to another address`,
  staleIf: (data) =>
    ['OrderCancelled', 'OrderShipped', 'AddressChanged'].map((type) => ({ type, tag: tag.order(data.orderId) })),
  example: {
    orderId: '1042',
    customerId: 'c-7',
    address: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});

/** The parcel goes where it was to go. */
export const AddressChangeRefused = defineRefusal({
  type: 'AddressChangeRefused',
  of: AddressChangeRequested,
  example: {
    rule: 'already-shipped',
    because: 'order 1042 is already on its way',
    about: ['order:1042', 'customer:c-7'],
  },
});
