import { z } from 'zod';
import { customerId, paymentMethod, policy, profile, takenOver } from '../contracts';
import { currencies } from '../kernel';

// Kinds and sizes only, as for acts of the page: what does not fit is refused by the contract of what it becomes, in words that name it.
const id = z.string().max(200);
const number = z.number();
const importId = id;

/** A list of at most a hundred, so that it is one commit. */
const part = <T extends z.ZodType>(one: T) => z.array(one).max(100).readonly();

const importedProduct = z.strictObject({
  sku: id,
  title: z.string().max(2000),
  description: z.string().max(20_000),
  priceCents: number,
  lowStockAt: number,
  productId: id,
  options: z.record(z.string().max(200), z.string().max(2000)),
});

const importedOrder = takenOver.omit({ address: true }).extend({ address: z.string().max(2000).nullable() });

/** A product as a file brings it: one variant of what its `productId` names. */
export type ImportedProduct = Readonly<z.infer<typeof importedProduct>>;

/** An order as a file brings it; its address is text and goes to the side store. */
export type ImportedOrder = Readonly<z.infer<typeof importedOrder>>;

/** A part of what a file brings, at most a hundred of one kind. `importId` names the file. */
export const importAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('importCurrency'), currency: z.enum(currencies) }),
  z.strictObject({ kind: z.literal('importPolicy'), policy }),
  z.strictObject({ kind: z.literal('importProducts'), importId, products: part(importedProduct) }),
  z.strictObject({
    kind: z.literal('importStock'),
    importId,
    counts: part(z.strictObject({ sku: id, onHand: number })),
  }),
  z.strictObject({
    kind: z.literal('importCustomers'),
    importId,
    customers: part(z.strictObject({ customerId, profile })),
  }),
  z.strictObject({
    kind: z.literal('importMethods'),
    importId,
    methods: part(paymentMethod.extend({ customerId })),
  }),
  z.strictObject({ kind: z.literal('importOrders'), importId, orders: part(importedOrder) }),
]);

/** One of them. */
export type ImportAct = z.infer<typeof importAct>;
