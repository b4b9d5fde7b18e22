import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, eventId, orderId } from '../ids';
import { moneyMove } from '../payments';
import { cents, variantChanged } from '../quantities';
import { tag } from '../tags';

/** The old units come back, the new ones are set aside and will be sent; the difference moves with this fact. */
export const ExchangeAccepted = defineFact({
  type: 'ExchangeAccepted',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    /** The proposal, under whose id the new ones were set aside. */
    change: eventId,
    changes: z.array(variantChanged).min(1).max(50),
    /** What the whole order costs now. */
    totalCents: cents,
    difference: moneyMove.nullable(),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.changes.flatMap(({ sku, newSku }) => [tag.line(data.orderId, sku), tag.sku(sku), tag.sku(newSku)]),
  ],
  says: (data, money) => {
    const changes = data.changes.map(({ qty, sku, newSku }) => `${qty} × ${sku} for ${newSku}`).join(', ');
    const { difference } = data;
    const paid = difference
      ? `, ${money(difference.cents)} ${difference.kind === 'charge' ? 'paid' : 'paid back'}`
      : '';
    return `order ${data.orderId} is exchanged: ${changes}${paid}`;
  },
  example: {
    orderId: '1042',
    customerId: 'c-7',
    change: 'support-1',
    changes: [{ sku: 'MUG-1', qty: 1, newSku: 'MUG-2', oldUnitCents: 1450, unitCents: 1650 }],
    totalCents: 3100,
    difference: { methodId: 'card-7', kind: 'charge', cents: 200 },
  },
});
