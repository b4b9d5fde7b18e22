import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { moneyPart } from '../payments';
import { tag } from '../tags';

/** Who paid gets it back, and the new method pays the same: one fact, so that it never counts as paid back for the order. */
export const PaymentMethodChanged = defineFact({
  type: 'PaymentMethodChanged',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    refunded: z.array(moneyPart).min(1).max(20),
    charged: moneyPart,
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...[...data.refunded, data.charged].flatMap(({ methodId }) => (methodId ? [tag.method(methodId)] : [])),
  ],
  says: (data, money) =>
    `order ${data.orderId} is paid with ${data.charged.methodId ?? 'the bank'} now: ${money(data.charged.cents)}`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    refunded: [{ methodId: 'card-7', cents: 2900 }],
    charged: { methodId: 'gift-7', cents: 2900 },
  },
});
