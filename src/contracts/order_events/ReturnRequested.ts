import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, methodId, orderId } from '../ids';
import { wantedItem } from '../quantities';
import { returnReasons } from '../reasons';
import { tag } from '../tags';

/** Somebody asks to give back units of a delivered order, some or all of it, for their whole price. */
export const ReturnRequested = defineProposal({
  type: 'ReturnRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['ReturnAccepted'], refused: 'ReturnRequestRefused' },
  schema: z.strictObject({
    orderId,
    customerId,
    items: z.array(wantedItem).min(1).max(50),
    /** Where the money is to go: what the order was paid with, or a gift card; null is what it was paid with. */
    methodId: methodId.nullable(),
    reason: z.enum(returnReasons),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.items.map(({ sku }) => tag.line(data.orderId, sku)),
  ],
  says: (data) =>
    `asks to give back ${data.items.map(({ qty, sku }) => `${qty} × ${sku}`).join(', ')} of order ${data.orderId}`,
  staleIf: (data) => [
    ...data.items.map(({ sku }) => ({ type: 'RefundProcessed', tag: tag.line(data.orderId, sku) })),
    { type: 'ExchangeAccepted', tag: tag.order(data.orderId) },
  ],
  example: {
    orderId: '1042',
    customerId: 'c-7',
    items: [{ sku: 'MUG-1', qty: 1 }],
    methodId: 'card-7',
    reason: 'not-wanted',
  },
});

/** Nothing is to come back. */
export const ReturnRequestRefused = defineRefusal({
  type: 'ReturnRequestRefused',
  of: ReturnRequested,
  example: {
    rule: 'not-delivered',
    because: 'order 1042 has not arrived yet',
    about: ['order:1042', 'customer:c-7', 'line:1042/MUG-1'],
  },
});
