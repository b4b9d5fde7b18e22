import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { paidBack } from '../payments';
import { cents, wantedItem } from '../quantities';
import { tag } from '../tags';

/** The customer sends these back. The money is said by the refund of each line, in the same commit; here is only the sum. */
export const ReturnAccepted = defineFact({
  type: 'ReturnAccepted',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    items: z.array(wantedItem).min(1).max(50),
    cents,
    /** To whom the refunds together go. */
    paidBack,
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.items.map(({ sku }) => tag.line(data.orderId, sku)),
  ],
  says: (data, money) =>
    `order ${data.orderId}: ${data.items.map(({ qty, sku }) => `${qty} × ${sku}`).join(', ')} may come back, for ${money(data.cents)}`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    items: [{ sku: 'MUG-1', qty: 1 }],
    cents: 1450,
    paidBack: [{ methodId: 'card-7', cents: 1450 }],
  },
});
