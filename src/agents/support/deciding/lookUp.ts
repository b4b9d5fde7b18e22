import { z } from 'zod';
import { answersOf, type Prompt, type ToolCall } from '../../llm';
import { orderRow, productRow, stockRow, type OrderRow, type ProductRow, type StockRow } from '../toolResults';
import { namedBy } from './pickLines';
import type { Want } from './readMail';
import type { Situation } from './situation';

/** What the tools said: the customer's orders by number (null: not theirs, or not there), and the product that was asked about. */
export interface Found {
  readonly orders: ReadonlyMap<string, OrderRow | null>;
  /** All orders of the customer, when they had to be looked through. */
  readonly own: readonly OrderRow[];
  readonly product: ProductRow | null;
  readonly stock: StockRow | null;
}

const aboutOrders = ['refund', 'cancel', 'status'];

/** The next thing to look up for these wants, or what was found when nothing is missing. At most four calls in all. */
export function lookUp(
  prompt: Prompt,
  now: Situation,
  wants: readonly Want[],
): Found | { readonly ask: readonly ToolCall[] } {
  const wanting = now.case.known ? wants.filter((want) => aboutOrders.includes(want.kind)) : [];
  const named = [...new Set(wanting.flatMap((want) => want.orders))];
  const lookAtAll = named.length > 2 || wanting.some((want) => want.orders.length === 0);

  const all = answersOf(prompt, 'customerOrders')[0];
  if (lookAtAll && !all) return { ask: [{ tool: 'customerOrders', args: {} }] };
  const own = all ? z.array(orderRow).parse(all.result ?? []) : [];
  const looked = answersOf(prompt, 'lookupOrder');
  const orders = new Map<string, OrderRow | null>(own.map((row) => [row.orderId, row]));
  for (const order of named) {
    if (orders.has(order)) continue;
    const answer = looked.find((one) => (one.args as { orderId?: unknown }).orderId === order);
    if (!answer && !lookAtAll) return { ask: [{ tool: 'lookupOrder', args: { orderId: order } }] };
    orders.set(order, answer ? orderRow.nullable().parse(answer.result ?? null) : null);
  }

  const question = wants.find((want) => want.kind === 'stock');
  if (!question) return { orders, own, product: null, stock: null };
  const text = `${now.letter.subject} ${question.text}`.slice(0, 300).toWellFormed();
  const search = answersOf(prompt, 'findProduct')[0];
  if (!search) return { ask: [{ tool: 'findProduct', args: { text } }] };
  const rows = z.array(productRow).parse(search.result ?? []);
  const pick = (words: string) =>
    namedBy(
      words,
      rows,
      (row) => row.title,
      (row) => row.sku,
    )[0];
  const product = pick(question.text) ?? pick(text) ?? null;
  if (!product) return { orders, own, product: null, stock: null };
  const level = answersOf(prompt, 'stockOf')[0];
  if (!level) return { ask: [{ tool: 'stockOf', args: { sku: product.sku } }] };
  return { orders, own, product, stock: stockRow.nullable().parse(level.result ?? null) };
}
