import { z } from 'zod';
import { methodId, orderId, sku } from './ids';
import { cents, qty, wantedItem } from './quantities';

/** What a reply tells the customer as true. The mailroom sends a reply only when the log bears out each of its claims. */
export const claim = z.discriminatedUnion('says', [
  z.strictObject({
    says: z.literal('refunded'),
    orderId,
    sku,
    qty,
    cents: cents.min(1),
  }),
  z.strictObject({ says: z.literal('return-accepted'), orderId, items: z.array(wantedItem).min(1).max(50), cents }),
  z.strictObject({ says: z.literal('cancelled'), orderId }),
  z.strictObject({
    says: z.literal('order-status'),
    orderId,
    status: z.enum(['placed', 'confirmed', 'backordered', 'shipped', 'delivered', 'cancelled']),
  }),
  z.strictObject({ says: z.literal('address-changed'), orderId }),
  z.strictObject({ says: z.literal('items-changed'), orderId, sku, newSku: sku }),
  z.strictObject({ says: z.literal('exchanged'), orderId, sku, newSku: sku }),
  z.strictObject({ says: z.literal('payment-changed'), orderId, methodId }),
  /** Something asked about this order is parked, and not decided yet. */
  z.strictObject({ says: z.literal('waits-for-approval'), orderId }),
  z.strictObject({ says: z.literal('available'), sku, available: z.boolean() }),
]);

export type Claim = z.infer<typeof claim>;
