import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, methodId, orderId } from '../ids';
import { variantChange } from '../quantities';
import { tag } from '../tags';

/** Somebody asks for other variants of what was ordered, before it is sent: all changes at once, the difference by one method. */
export const ItemsChangeRequested = defineProposal({
  type: 'ItemsChangeRequested',
  topic: 'order_events',
  publishedBy: ['support', 'shopkeeper', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['ItemsChanged'], refused: 'ItemsChangeRefused' },
  schema: z.strictObject({
    orderId,
    customerId,
    changes: z.array(variantChange).min(1).max(50),
    /** What the difference is paid with or goes back to; null when there is none, or the order is not paid yet. */
    methodId: methodId.nullable(),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.changes.flatMap(({ sku, newSku }) => [tag.sku(sku), tag.sku(newSku)]),
  ],
  says: (data) =>
    `asks to change in order ${data.orderId}: ${data.changes.map(({ qty, sku, newSku }) => `${qty} × ${sku} to ${newSku}`).join(', ')}`,
  staleIf: (data) => [
    ...['OrderCancelled', 'OrderShipped', 'ItemsChanged', 'PaymentMethodChanged'].map((type) => ({
      type,
      tag: tag.order(data.orderId),
    })),
    ...data.changes.flatMap(({ newSku }) =>
      ['PriceChanged', 'SaleStarted', 'SaleEnded'].map((type) => ({ type, tag: tag.sku(newSku) })),
    ),
  ],
  example: {
    orderId: '1042',
    customerId: 'c-7',
    changes: [{ sku: 'MUG-1', qty: 1, newSku: 'MUG-2' }],
    methodId: 'card-7',
  },
});

/** The order stays as it was. */
export const ItemsChangeRefused = defineRefusal({
  type: 'ItemsChangeRefused',
  of: ItemsChangeRequested,
  example: {
    rule: 'other-product',
    because: 'PEN-1 is not a variant of what MUG-1 is',
    about: ['order:1042', 'customer:c-7', 'sku:MUG-1', 'sku:PEN-1'],
  },
});
