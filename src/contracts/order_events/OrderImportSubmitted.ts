import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { importId } from '../ids';
import { takenOver } from '../takenOver';
import { tag } from '../tags';

/** Orders that another system took come over as they stand there, up to a hundred at once. */
export const OrderImportSubmitted = defineProposal({
  type: 'OrderImportSubmitted',
  topic: 'order_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'order-state', accepted: ['OrderImportBooked'], refused: 'OrderImportRefused' },
  schema: z.strictObject({ importId, orders: z.array(takenOver).min(1).max(100) }),
  tags: (data) => [tag.import(data.importId), ...data.orders.map(({ orderId }) => tag.order(orderId))],
  says: (data) => `${data.orders.length} orders of import ${data.importId} are to be taken over`,
  example: {
    importId: 'i-1',
    orders: [
      {
        orderId: '1042',
        customerId: 'c-7',
        status: 'delivered',
        items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }],
        moves: [{ methodId: 'card-7', kind: 'charge', cents: 2900 }],
        address: null,
        placedAt: 1767225600000,
        deliveredAt: 1767484800000,
      },
    ],
  },
});

/** None of them was taken over. */
export const OrderImportRefused = defineRefusal({
  type: 'OrderImportRefused',
  of: OrderImportSubmitted,
  example: {
    rule: 'nothing-new',
    because: 'all of these orders are here already',
    about: ['import:i-1', 'order:1042'],
  },
});
