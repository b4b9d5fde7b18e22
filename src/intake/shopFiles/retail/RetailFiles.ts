import { z } from 'zod';

const text = z.string().max(400);
const id = z.string().min(1).max(64);
const amount = z.number().min(0).max(1_000_000);

const address = z.object({ address1: text, address2: text, city: text, country: text, state: text, zip: text });

/** `users.json` of the retail data: people, their addresses and what they pay with. */
export const retailUsers = z.record(
  id,
  z.object({
    name: z.object({ first_name: text, last_name: text }),
    address,
    email: text,
    payment_methods: z.record(
      id,
      z.discriminatedUnion('source', [
        z.object({ source: z.literal('gift_card'), id, balance: amount }),
        z.object({ source: z.literal('paypal'), id }),
        z.object({ source: z.literal('credit_card'), id, brand: text, last_four: text }),
      ]),
    ),
  }),
);

/** `products.json`: what is sold, and in which variants. */
export const retailProducts = z.record(
  id,
  z.object({
    name: text,
    product_id: id,
    variants: z.record(
      id,
      z.object({ item_id: id, options: z.record(text, text), available: z.boolean(), price: amount }),
    ),
  }),
);

/** `orders.json`: what was bought, how it was paid, and how far it is. There are no moments in it. */
export const retailOrders = z.record(
  id,
  z.object({
    order_id: id,
    user_id: id,
    address,
    items: z.array(z.object({ name: text, product_id: id, item_id: id, price: amount })).min(1),
    status: z.enum(['pending', 'processed', 'delivered', 'cancelled']),
    payment_history: z.array(
      z.object({ transaction_type: z.enum(['payment', 'refund']), amount, payment_method_id: id }),
    ),
  }),
);

/** The three files together, parsed. */
export interface RetailFiles {
  readonly users: z.output<typeof retailUsers>;
  readonly products: z.output<typeof retailProducts>;
  readonly orders: z.output<typeof retailOrders>;
}
