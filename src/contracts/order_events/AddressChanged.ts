import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId, ref } from '../ids';
import { tag } from '../tags';

/** The order goes to another address, which lies in the side store. */
export const AddressChanged = defineFact({
  type: 'AddressChanged',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId, address: ref }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId} goes to another address`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    address: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});
