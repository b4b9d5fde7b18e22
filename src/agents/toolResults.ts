import { z } from 'zod';
import { cents, customerId, level, methodId, orderId, promotionId, reorderId, saleId, sku } from '../contracts';

// What the agents rely on in the rows that tools answer with. More fields may come; they are dropped here.

const orderLine = z.object({ sku, qty: level, unitCents: cents, refundedQty: level });

/** An order as `lookupOrder` and `customerOrders` answer it. */
export const orderRow = z.object({
  orderId,
  customerId,
  status: z.enum(['placed', 'confirmed', 'backordered', 'shipped', 'delivered', 'cancelled']),
  lines: z.array(orderLine),
  deliveredAt: z.number().nullable(),
  /** Who paid how much of it; a method null is the bank, when nobody said what was paid with. */
  paidBy: z.array(z.object({ methodId: methodId.nullable(), cents: z.number() })).default([]),
});

/** The stock of one sku as `stockOf` answers it. */
export const stockRow = z.object({
  sku,
  available: level,
  threshold: level,
  low: z.boolean(),
  onTheWay: z.object({ reorderId, qty: level }).nullable(),
});

/** A product as `productOf` and `findProduct` answer it. */
export const productRow = z.object({
  sku,
  title: z.string(),
  description: z.string(),
  /** What tells it from its siblings: colour, size. */
  options: z.record(z.string(), z.string()).optional(),
  priceCents: cents,
  sale: z.object({ saleId, percentOff: z.number(), saleCents: cents }).nullable(),
});

/** A promotion as `promotionsOf` answers it. */
export const promotionRow = z.object({ promotionId, saleId, sku, status: z.enum(['running', 'paused', 'ended']) });

export type OrderRow = z.infer<typeof orderRow>;
export type OrderLine = z.infer<typeof orderLine>;
export type StockRow = z.infer<typeof stockRow>;
export type ProductRow = z.infer<typeof productRow>;

/** One variant of a product as `variantsOf` answers it: what can be exchanged for what. */
export const variantRow = z.object({
  sku,
  productId: z.string(),
  options: z.record(z.string(), z.string()),
  priceCents: cents,
  available: z.number(),
});

/** A payment method as `paymentMethods` answers it. */
export const methodRow = z.object({ methodId, kind: z.enum(['card', 'paypal', 'gift-card']), label: z.string() });

export type VariantRow = z.infer<typeof variantRow>;
export type MethodRow = z.infer<typeof methodRow>;
