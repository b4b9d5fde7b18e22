import { z } from 'zod';
import { orderId } from '../../../contracts';
import { answersOf, type Prompt, type ToolCall } from '../../../llm';
import {
  methodRow,
  orderRow,
  productRow,
  stockRow,
  variantRow,
  type MethodRow,
  type OrderRow,
  type ProductRow,
  type StockRow,
  type VariantRow,
} from '../../toolResults';
import { matchOrder, nearOrder } from '../reading/orderNumbers';
import type { Want } from '../reading/Reading';
import type { Situation } from '../situation';
import { titled } from '../titled';
import { namedBy } from './namedBy';

/** What the tools said: the customer's orders by the number as it was written, and the product that was asked about. */
export interface Found {
  /** null: not theirs, or not there. */
  readonly orders: ReadonlyMap<string, OrderRow | null>;
  /** For numbers that were not found: the one order of the customer that is a slip of the finger away. */
  readonly near: ReadonlyMap<string, OrderRow>;
  /** All orders of the customer, when they had to be looked through. */
  readonly own: readonly OrderRow[];
  /** All variants of what the orders hold, when one of them is to be changed. */
  readonly variants: readonly VariantRow[];
  /** The customer's payment methods, when money is to move by one of them. */
  readonly methods: readonly MethodRow[];
  readonly product: ProductRow | null;
  readonly stock: StockRow | null;
}

/** Wants that no order has to be looked up for. */
const withoutOrders = ['product_question', 'account', 'other'];
export const isAboutOrders = (want: Want) => !withoutOrders.includes(want.intent);

/** The next thing to look up for these wants, or what was found when nothing is missing. At most six calls in all. */
export function lookUp(
  prompt: Prompt,
  now: Situation,
  wants: readonly Want[],
): Found | { readonly ask: readonly ToolCall[] } {
  const wanting = now.case.known ? wants.filter(isAboutOrders) : [];
  const named = [...new Set(wanting.flatMap((want) => want.orders))];
  const all = answersOf(prompt, 'customerOrders')[0];
  const looked = answersOf(prompt, 'lookupOrder');
  const orders = new Map<string, OrderRow | null>();
  for (const number of named) {
    const answer = looked.find((one) => (one.args as { orderId?: unknown }).orderId === number);
    if (answer) orders.set(number, orderRow.nullable().parse(answer.result ?? null));
  }
  const [only] = named;
  const isOne =
    named.length === 1 && wanting.every((want) => want.orders.length > 0) && orderId.safeParse(only).success;
  if (isOne && !all && !orders.has(only!)) return { ask: [{ tool: 'lookupOrder', args: { orderId: only } }] };
  const isMissing = wanting.length > 0 && (!isOne || orders.get(only!) === null);
  if (isMissing && !all) return { ask: [{ tool: 'customerOrders', args: {} }] };

  const own = all ? z.array(orderRow).parse(all.result ?? []) : [];
  const ids = own.map((row) => row.orderId);
  const rowOf = (id: string | null) => own.find((row) => row.orderId === id) ?? null;
  const near = new Map<string, OrderRow>();
  for (const number of named) {
    if (orders.get(number)) continue;
    orders.set(number, rowOf(matchOrder(number, ids)));
    const close = orders.get(number) ? null : rowOf(nearOrder(number, ids));
    if (close) near.set(number, close);
  }
  const rows = [...orders.values(), ...own].filter((row) => row !== null);
  const more = lookUpChoices(prompt, wanting, rows);
  return 'ask' in more ? more : lookUpProduct(prompt, now, wants, { orders, near, own, ...more });
}

/** What a change can be made to, and paid with. */
function lookUpChoices(
  prompt: Prompt,
  wanting: readonly Want[],
  rows: readonly OrderRow[],
): Pick<Found, 'variants' | 'methods'> | { readonly ask: readonly ToolCall[] } {
  const isAsked = (intents: readonly string[]) =>
    wanting.some((want) => want.mode === 'request' && intents.includes(want.intent));
  const sister = answersOf(prompt, 'variantsOf')[0];
  const skus = [...new Set(rows.flatMap((row) => row.lines.map((line) => line.sku)))].slice(0, 50);
  if (isAsked(['exchange', 'modify_order']) && skus.length > 0 && !sister)
    return { ask: [{ tool: 'variantsOf', args: { skus } }] };
  const wallet = answersOf(prompt, 'paymentMethods')[0];
  if (isAsked(['exchange', 'modify_order', 'return']) && rows.length > 0 && !wallet)
    return { ask: [{ tool: 'paymentMethods', args: {} }] };
  return {
    variants: z.array(variantRow).parse(sister?.result ?? []),
    methods: z.array(methodRow).parse(wallet?.result ?? []),
  };
}

function lookUpProduct(
  prompt: Prompt,
  now: Situation,
  wants: readonly Want[],
  found: Omit<Found, 'product' | 'stock'>,
): Found | { readonly ask: readonly ToolCall[] } {
  const question = wants.find((want) => want.intent === 'product_question');
  if (!question) return { ...found, product: null, stock: null };
  const text = `${now.letter.subject} ${question.text}`.slice(0, 300).toWellFormed();
  const search = answersOf(prompt, 'findProduct')[0];
  if (!search) return { ask: [{ tool: 'findProduct', args: { text } }] };
  const rows = z.array(productRow).parse(search.result ?? []);
  const pick = (words: string) =>
    namedBy(
      words,
      rows,
      (row) => titled(row.title, row.options),
      (row) => row.sku,
    )[0];
  const product = pick(question.text) ?? pick(text) ?? null;
  if (!product) return { ...found, product: null, stock: null };
  const level = answersOf(prompt, 'stockOf')[0];
  if (!level) return { ask: [{ tool: 'stockOf', args: { sku: product.sku } }] };
  return { ...found, product, stock: stockRow.nullable().parse(level.result ?? null) };
}
