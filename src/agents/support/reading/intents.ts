import { z } from 'zod';

/** What a mail can be about. `other` is what is none of the rest: thanks, advertising, automatic answers. */
export const intents = [
  'refund',
  'return',
  'exchange',
  'cancel_order',
  'modify_order',
  'change_address',
  'order_status',
  'damaged_or_wrong',
  'product_question',
  'complaint',
  'invoice_payment',
  'account',
  'other',
] as const;

export const intent = z.enum(intents);
export type Intent = z.infer<typeof intent>;
