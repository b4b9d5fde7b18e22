import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId } from '../ids';
import { paymentMethod } from '../payments';
import { tag } from '../tags';

/** A customer can pay with this from now on. */
export const PaymentMethodAdded = defineFact({
  type: 'PaymentMethodAdded',
  topic: 'shop_events',
  owner: 'order-state',
  schema: z.strictObject({ customerId, ...paymentMethod.shape }),
  tags: (data) => [tag.method(data.methodId), tag.customer(data.customerId)],
  says: (data, money) =>
    `${data.customerId} can pay with ${data.methodId}${data.kind === 'gift-card' ? `, a gift card with ${money(data.openingCents)}` : ''}`,
  example: { customerId: 'c-7', methodId: 'gift-7', kind: 'gift-card', label: 'Gift card', openingCents: 5000 },
});
