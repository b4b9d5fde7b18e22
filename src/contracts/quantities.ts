import './noEval';
import { z } from 'zod';
import { sku } from './ids';

/** Money in integer cents, never below 0 and never beyond what a shop could mean. */
export const cents = z.int().min(0).max(100_000_000);
/** A number of pieces, at least one. */
export const qty = z.int().min(1).max(10_000);
/** A level of stock: a number of pieces that may be none. */
export const level = z.int().min(0).max(1_000_000);
/** A position in the log: 1, 2, 3 … ; 0 is before the first event. */
export const position = z.int().min(0);
/** The facts that a text rests on, by their positions in the log. */
export const restsOn = z.array(position.min(1)).min(1).max(20);
/** Words a person reads: capped, and with every surrogate paired. */
export const words = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((text) => text.isWellFormed(), 'the text holds half of a surrogate pair');

/** What somebody wants: so many of a sku. */
export const wantedItem = z.strictObject({ sku, qty });
/** What somebody bought: so many of a sku, each at this price. */
export const boughtItem = z.strictObject({ sku, qty, unitCents: cents });

export type WantedItem = z.infer<typeof wantedItem>;
export type BoughtItem = z.infer<typeof boughtItem>;

/** Some units of one line of an order are to become another variant of the same product. */
export const variantChange = z.strictObject({ sku, qty, newSku: sku });
/** The same once it is decided: what a unit cost, and what the new one costs. */
export const variantChanged = z.strictObject({ ...variantChange.shape, oldUnitCents: cents, unitCents: cents });

export type VariantChange = z.infer<typeof variantChange>;
export type VariantChanged = z.infer<typeof variantChanged>;
