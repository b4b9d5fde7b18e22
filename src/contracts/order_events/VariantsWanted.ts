import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, eventId, orderId } from '../ids';
import { wantedItem } from '../quantities';
import { tag } from '../tags';

/** Before items are changed or exchanged, the new ones are to be set aside: the proposal is answered when the stock has spoken. */
export const VariantsWanted = defineFact({
  type: 'VariantsWanted',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    /** The proposal that waits for it. */
    change: eventId,
    items: z.array(wantedItem).min(1).max(50),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.items.map((item) => tag.sku(item.sku)),
  ],
  says: (data) =>
    `for order ${data.orderId}, ${data.items.map((item) => `${item.qty} × ${item.sku}`).join(', ')} are wanted instead`,
  example: { orderId: '1042', customerId: 'c-7', change: 'support-1', items: [{ sku: 'MUG-2', qty: 1 }] },
});
