import { z } from 'zod';
import { cents, customerId, level, methodId, orderId, policy, productId, qty, sku, words } from '../../contracts';
import { currencies } from '../../kernel';

/** The version of the format that is written; the only one there is. */
export const worldFormat = { format: 'common-ground-world', version: 1 } as const;

/** How much one file may hold. What is larger is split by whoever made it. */
export const caps = { bytes: 64 * 1024 * 1024, customers: 100_000, variants: 100_000, orders: 200_000 } as const;

/** A moment as ISO 8601 with its zone, such as `2026-02-27T09:30:00Z`; milliseconds since 1970 once read. */
const moment = z.iso
  .datetime({ offset: true, error: 'a moment is written 2026-02-27T09:30:00Z' })
  .transform((text) => Date.parse(text));

/** One line of text that a person reads, without control characters. */
const line = (max: number) => words(max).regex(/^[^\p{Cc}\p{Cf}]*$/u, 'one line of text, without control characters');

export const fileAddress = z.strictObject({
  line1: line(200).min(1),
  line2: line(200).default(''),
  city: line(100).min(1),
  region: line(100).default(''),
  postcode: line(20),
  country: line(60).min(1),
});

export const filePaymentMethod = z.discriminatedUnion('kind', [
  z.strictObject({ id: methodId, kind: z.literal('card'), label: line(60).default('') }),
  z.strictObject({ id: methodId, kind: z.literal('paypal'), label: line(60).default('') }),
  z.strictObject({ id: methodId, kind: z.literal('gift-card'), label: line(60).default(''), balanceCents: cents }),
]);

export const fileCustomer = z.strictObject({
  id: customerId,
  name: line(200).min(1),
  email: line(320),
  address: fileAddress.nullable().default(null),
  paymentMethods: z.array(filePaymentMethod).max(20).default([]),
});

export const fileVariant = z.strictObject({
  sku,
  /** What tells this variant from its sisters: colour, size. */
  options: z.record(line(60), line(120)).default({}),
  priceCents: cents.min(1),
  /** Pieces on the shelf, those for open orders included. */
  stock: level,
  lowStockAt: level.default(0),
});

export const fileProduct = z.strictObject({
  id: productId,
  title: line(120).min(1),
  description: words(2000).default(''),
  variants: z.array(z.unknown()).min(1).max(200),
});

export const fileOrder = z.strictObject({
  id: orderId,
  customerId,
  placedAt: moment,
  /** `open` is placed and not sent; whether it is confirmed or waits for goods the shop's own stock says. */
  status: z.enum(['open', 'shipped', 'delivered', 'cancelled']),
  address: fileAddress.nullable().default(null),
  items: z
    .array(z.strictObject({ sku, qty, unitCents: cents }))
    .min(1)
    .max(50),
  payments: z
    .array(z.strictObject({ kind: z.enum(['payment', 'refund']), methodId, cents: cents.min(1), at: moment }))
    .max(50)
    .default([]),
  shippedAt: moment.nullable().default(null),
  deliveredAt: moment.nullable().default(null),
  cancelledAt: moment.nullable().default(null),
});

/** The outermost object. What is in the lists is read one by one, so that one bad order does not hide a thousand good ones. */
export const fileWorld = z.strictObject({
  format: z.literal(worldFormat.format, `"format" is "${worldFormat.format}"`),
  version: z.literal(worldFormat.version, `"version" is ${worldFormat.version}`),
  currency: z.enum(currencies, `"currency" is one of ${currencies.join(', ')}`),
  /** What the shop allows; a rule that is left out stays as it is in the shop. */
  policy: z.array(policy).max(20).default([]),
  customers: z.array(z.unknown()).max(caps.customers).default([]),
  products: z.array(z.unknown()).max(caps.variants).default([]),
  orders: z.array(z.unknown()).max(caps.orders).default([]),
});

export type FileAddress = z.output<typeof fileAddress>;
export type FileCustomer = z.output<typeof fileCustomer>;
export type FileVariant = z.output<typeof fileVariant>;
export type FileOrder = z.output<typeof fileOrder>;

/** A variant with what it shares with its sisters. */
export interface CatalogueVariant extends FileVariant {
  readonly productId: string;
  readonly title: string;
  readonly description: string;
}
