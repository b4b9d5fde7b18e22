import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { orderId, sku } from '../ids';
import { qty } from '../quantities';
import { tag } from '../tags';

/** A refunded parcel came back: its units can be sold again once the Inventory service has counted them in. */
export const ReturnReceived = defineProposal({
  type: 'ReturnReceived',
  version: 2,
  topic: 'inventory_events',
  publishedBy: ['carrier', 'shopkeeper'],
  answeredBy: {
    owner: 'inventory-service',
    accepted: ['InventoryUpdated'],
    refused: 'ReturnRefused',
  },
  /** `condition`: damaged units never reach the shelf. Left out, they are good. */
  schema: z.strictObject({ orderId, sku, qty, condition: z.enum(['good', 'damaged']).optional() }),
  tags: (data) => [tag.order(data.orderId), tag.line(data.orderId, data.sku), tag.sku(data.sku)],
  says: (data) =>
    `${data.qty} × ${data.sku} of order ${data.orderId} came back${data.condition === 'damaged' ? ', damaged' : ''}`,
  example: { orderId: '1042', sku: 'MUG-1', qty: 1, condition: 'good' },
  formerly: [{ orderId: '1042', sku: 'MUG-1', qty: 1 }],
});

/** Nothing was counted in. */
export const ReturnRefused = defineRefusal({
  type: 'ReturnRefused',
  of: ReturnReceived,
  example: {
    rule: 'not-expected',
    because: 'no refunded MUG-1 of order 1042 is on its way back',
    about: ['order:1042', 'line:1042/MUG-1', 'sku:MUG-1'],
  },
});
