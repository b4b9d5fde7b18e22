import './noEval';
import { z } from 'zod';
import { productId, sku } from './ids';
import { cents, level, words } from './quantities';

/** Names of options and what this variant has: colour → white. Parsed into a record without a prototype to inherit from. */
const options = z
  .record(z.string().min(1).max(60), words(120))
  .refine((record) => Object.keys(record).length <= 20, 'a variant has at most 20 options')
  .refine((record) => !Object.keys(record).includes('__proto__'), 'no option is called __proto__');

/** What can be sold: one variant of a product. */
export const product = z.strictObject({
  sku,
  title: words(120).min(1),
  description: words(2000),
  priceCents: cents.min(1),
  /** At this many available or fewer, stock is low. */
  lowStockAt: level,
  /** What it is a variant of: variants of one product can be exchanged for each other. Left out, it is a product of its own. */
  productId: productId.optional(),
  options: options.optional(),
  /** How many days its supplier takes. */
  leadDays: z.int().min(0).max(365).optional(),
});
