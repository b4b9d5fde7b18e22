import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, methodId, orderId } from '../ids';
import { variantChange } from '../quantities';
import { returnReasons } from '../reasons';
import { tag } from '../tags';

/** Somebody asks for other variants of what was delivered: the old ones come back, the difference moves by one method. */
export const ExchangeRequested = defineProposal({
  type: 'ExchangeRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['ExchangeAccepted'], refused: 'ExchangeRefused' },
  schema: z.strictObject({
    orderId,
    customerId,
    changes: z.array(variantChange).min(1).max(50),
    methodId: methodId.nullable(),
    reason: z.enum(returnReasons),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.changes.flatMap(({ sku, newSku }) => [tag.line(data.orderId, sku), tag.sku(sku), tag.sku(newSku)]),
  ],
  says: (data) =>
    `asks to exchange of order ${data.orderId}: ${data.changes.map(({ qty, sku, newSku }) => `${qty} × ${sku} for ${newSku}`).join(', ')}`,
  staleIf: (data) => [
    ...data.changes.flatMap(({ sku, newSku }) => [
      { type: 'RefundProcessed', tag: tag.line(data.orderId, sku) },
      ...['PriceChanged', 'SaleStarted', 'SaleEnded'].map((type) => ({ type, tag: tag.sku(newSku) })),
    ]),
    { type: 'ExchangeAccepted', tag: tag.order(data.orderId) },
  ],
  example: {
    orderId: '1042',
    customerId: 'c-7',
    changes: [{ sku: 'MUG-1', qty: 1, newSku: 'MUG-2' }],
    methodId: 'card-7',
    reason: 'not-wanted',
  },
});

/** Nothing is exchanged. */
export const ExchangeRefused = defineRefusal({
  type: 'ExchangeRefused',
  of: ExchangeRequested,
  example: {
    rule: 'not-available',
    because: 'MUG-2 is not available',
    about: ['order:1042', 'customer:c-7', 'line:1042/MUG-1', 'sku:MUG-1', 'sku:MUG-2'],
  },
});
