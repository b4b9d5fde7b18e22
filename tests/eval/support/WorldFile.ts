import { z } from 'zod';
import { policy } from '../../../src/contracts';
import { currencies, defaultCurrency } from '../../../src/kernel';

const moment = z.iso.datetime({ offset: true }).nullish();
const amount = z.int().min(0);

const customer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  paymentMethods: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['card', 'paypal', 'gift-card']),
        label: z.string().default(''),
        balanceCents: amount.default(0),
      }),
    )
    .default([]),
});

const product = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().default(''),
  variants: z.array(
    z.object({
      sku: z.string(),
      options: z.record(z.string(), z.string()).default({}),
      priceCents: amount,
      stock: amount,
      lowStockAt: amount.default(0),
    }),
  ),
});

const order = z.object({
  id: z.string(),
  customerId: z.string(),
  status: z.enum(['open', 'shipped', 'delivered', 'cancelled']),
  placedAt: moment,
  shippedAt: moment,
  deliveredAt: moment,
  cancelledAt: moment,
  items: z.array(z.object({ sku: z.string(), qty: z.int().min(1), unitCents: amount })),
  payments: z
    .array(z.object({ kind: z.enum(['payment', 'refund']), methodId: z.string().nullable(), cents: amount }))
    .default([]),
});

const worldFile = z.object({
  currency: z.enum(currencies).default(defaultCurrency),
  policy: z.array(policy).default([]),
  customers: z.array(customer).default([]),
  products: z.array(product).default([]),
  orders: z.array(order).default([]),
});

/** What the evaluation takes of a world file; more fields may be there. */
export type WorldFile = z.infer<typeof worldFile>;

/**
 * Reads a world file. More leniently than an import does: a world to be evaluated in needs no addresses, and no moments of what was paid.
 * @throws Error that says where it has another shape.
 */
export function readWorldFile(text: string): WorldFile {
  const read = worldFile.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `The world file, at ${issue?.path.join('.') || 'its beginning'}: ${issue?.message ?? 'another shape'}.`,
  );
}
