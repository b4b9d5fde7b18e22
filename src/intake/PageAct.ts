import { z } from 'zod';
import { claim, letter, wish } from '../contracts';
import { caps } from '../kernel';

// Kinds and sizes only: an id or a number that does not fit is refused by the contract of what it becomes, in words that name it.
const id = z.string().max(200);
const line = z.string().max(2000);
const text = z.string().max(caps.letter.text);
const number = z.number();
const wanted = z.strictObject({ sku: id, qty: number });

/** Everything a person can do on the page, in the words of the page. Ids of new things are given by whoever hands it in. */
export const pageAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writeMail'), from: line, subject: line, text }),
  z.strictObject({ kind: z.literal('dropMail'), letter }),
  z.strictObject({
    kind: z.literal('placeOrder'),
    orderId: id,
    customerId: id,
    items: z.array(wanted).max(100).readonly(),
  }),
  z.strictObject({ kind: z.literal('restock'), sku: id, qty: number }),
  z.strictObject({ kind: z.literal('ship'), orderId: id }),
  z.strictObject({ kind: z.literal('deliver'), orderId: id }),
  z.strictObject({ kind: z.literal('returnReceived'), orderId: id, sku: id, qty: number }),
  z.strictObject({ kind: z.literal('requestRefund'), orderId: id, sku: id, qty: number, cents: number }),
  z.strictObject({ kind: z.literal('cancelOrder'), orderId: id }),
  z.strictObject({ kind: z.literal('startSale'), sku: id, percentOff: number }),
  z.strictObject({ kind: z.literal('changePrompt'), agent: id, system: text.nullable(), from: number }),
  z.strictObject({ kind: z.literal('stopSale'), sku: id }),
  z.strictObject({
    kind: z.literal('addProduct'),
    sku: id,
    title: line,
    description: line,
    priceCents: number,
    lowStockAt: number,
    qty: number,
  }),
  z.strictObject({ kind: z.literal('ask'), wish }),
  z.strictObject({ kind: z.literal('changeAddress'), orderId: id, address: line }),
  z.strictObject({ kind: z.literal('forgetCustomer'), customerId: id }),
  z.strictObject({ kind: z.literal('answerMail'), mailId: id, text, claims: z.array(claim).max(20).readonly() }),
]);

/** One of them. */
export type PageAct = z.infer<typeof pageAct>;
