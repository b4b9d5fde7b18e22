import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, orderId, ref } from '../ids';
import { wantedItem } from '../quantities';
import { tag } from '../tags';

/** A customer orders. Prices are not theirs to say: the Order State service takes them from the catalogue. */
export const OrderSubmitted = defineProposal({
  type: 'OrderSubmitted',
  version: 2,
  topic: 'order_events',
  publishedBy: ['customer', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['OrderPlaced'],
    refused: 'OrderRejected',
  },
  schema: z.strictObject({
    orderId,
    customerId,
    items: z.array(wantedItem).min(1).max(50),
    /** Where it is to go, in the side store; left out, it goes to the customer's own address. */
    address: ref.optional(),
  }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `${data.customerId} wants ${data.items.map((item) => `${item.qty} × ${item.sku}`).join(', ')}`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    items: [{ sku: 'MUG-1', qty: 2 }],
  },
  formerly: [{ orderId: '1042', customerId: 'c-7', items: [{ sku: 'MUG-1', qty: 2 }] }],
});

/** The order was not taken. */
export const OrderRejected = defineRefusal({
  type: 'OrderRejected',
  of: OrderSubmitted,
  example: {
    rule: 'unknown-sku',
    because: 'the shop does not sell MUG-9',
    about: ['order:1042', 'customer:c-7'],
  },
});
