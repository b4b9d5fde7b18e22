import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, methodId, orderId, sku } from '../ids';
import { cents, qty } from '../quantities';
import { returnReasons } from '../reasons';
import { tag } from '../tags';

/** Support asks for a refund of units of one line of an order, after checking that it is due. The Order State service decides. */
export const RefundRequested = defineProposal({
  type: 'RefundRequested',
  version: 2,
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper'],
  answeredBy: {
    owner: 'order-state',
    accepted: ['RefundProcessed'],
    refused: 'RefundRejected',
  },
  schema: z.strictObject({
    orderId,
    customerId,
    sku,
    qty,
    /** What is asked back for these units together; less than they cost is a refund in part. */
    cents: cents.min(1),
    reason: z.enum(returnReasons),
    /** Where it is to go: what the order was paid with, or a gift card. Left out, it goes back where it came from. */
    methodId: methodId.optional(),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.line(data.orderId, data.sku),
    tag.customer(data.customerId),
    tag.sku(data.sku),
  ],
  says: (data, money) => `asks to refund ${money(data.cents)} for ${data.qty} × ${data.sku} of order ${data.orderId}`,
  staleIf: (data) => [
    { type: 'RefundProcessed', tag: tag.line(data.orderId, data.sku) },
    { type: 'OrderCancelled', tag: tag.order(data.orderId) },
    { type: 'ExchangeAccepted', tag: tag.order(data.orderId) },
  ],
  example: {
    orderId: '1042',
    customerId: 'c-7',
    sku: 'MUG-1',
    qty: 1,
    cents: 1450,
    reason: 'damaged',
  },
  formerly: [{ orderId: '1042', customerId: 'c-7', sku: 'MUG-1', qty: 1, cents: 1450, reason: 'damaged' }],
});

/** No money goes back. */
export const RefundRejected = defineRefusal({
  type: 'RefundRejected',
  of: RefundRequested,
  example: {
    rule: 'already-refunded',
    because: 'this unit was already refunded',
    about: ['order:1042', 'line:1042/MUG-1', 'customer:c-7', 'sku:MUG-1'],
  },
});
