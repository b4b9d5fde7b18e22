import './noEval';
import { z } from 'zod';

// Letters and digits first: no id can be `__proto__`, a path or a tag of its own.
const idText = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,63}$/, 'an id has 1 to 64 letters, digits, dots, dashes or underscores');

export const eventId = idText.brand<'EventId'>();
export const orderId = idText.brand<'OrderId'>();
export const customerId = idText.brand<'CustomerId'>();
export const sku = idText.brand<'Sku'>();
export const mailId = idText.brand<'MailId'>();
export const saleId = idText.brand<'SaleId'>();
export const postId = idText.brand<'PostId'>();
export const promotionId = idText.brand<'PromotionId'>();
export const reorderId = idText.brand<'ReorderId'>();
/** What a customer pays with: a card, an account elsewhere, a gift card. */
export const methodId = idText.brand<'MethodId'>();
/** What is sold in variants: every variant is a sku of its own. */
export const productId = idText.brand<'ProductId'>();
/** A file that was taken in: the same file has the same id. */
export const importId = idText.brand<'ImportId'>();
/** Where bytes lie in the side store: SHA-256 of salt and bytes, 64 hex digits. The event carries this, never the bytes. */
export const ref = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a ref is 64 hex digits')
  .brand<'Ref'>();

export type EventId = z.infer<typeof eventId>;
export type OrderId = z.infer<typeof orderId>;
export type CustomerId = z.infer<typeof customerId>;
export type Sku = z.infer<typeof sku>;
export type MailId = z.infer<typeof mailId>;
export type SaleId = z.infer<typeof saleId>;
export type PostId = z.infer<typeof postId>;
export type PromotionId = z.infer<typeof promotionId>;
export type ReorderId = z.infer<typeof reorderId>;
export type MethodId = z.infer<typeof methodId>;
export type ProductId = z.infer<typeof productId>;
export type ImportId = z.infer<typeof importId>;
export type Ref = z.infer<typeof ref>;
