import { z } from 'zod';
import { defineFact } from '../defineContract';
import { importId } from '../ids';
import { takenOver } from '../takenOver';
import { tag } from '../tags';

/** An order of another system is an order of this shop now, in the state it had there. */
export const OrderTakenOver = defineFact({
  type: 'OrderTakenOver',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ importId, ...takenOver.shape }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId), tag.import(data.importId)],
  says: (data) => `order ${data.orderId} is taken over as ${data.status}`,
  example: {
    importId: 'i-1',
    orderId: '1042',
    customerId: 'c-7',
    status: 'delivered',
    items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }],
    moves: [{ methodId: 'card-7', kind: 'charge', cents: 2900 }],
    address: null,
    placedAt: 1767225600000,
    deliveredAt: 1767484800000,
  },
});
