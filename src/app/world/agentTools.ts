import { z } from 'zod';
import { type CustomerId, orderId, sku, words } from '../../contracts';
import type { Views } from '../../projections';

/** A row as a tool answers it, with the position at which it last changed. */
interface Found {
  readonly result: unknown;
  readonly changedAt: number;
}

type Tool = (views: Views, args: unknown, customer: CustomerId | null) => Found;

const nothing: Found = { result: null, changedAt: 0 };
/** What a product with very many variants shows of them. */
const maxVariants = 500;
const latest = (rows: readonly ({ readonly changedAt: number } | undefined)[]) =>
  rows.reduce((last, row) => Math.max(last, row?.changedAt ?? 0), 0);

/**
 * The read-only tools behind every desk. What may be seen follows from the trigger's customer, whatever the arguments say: somebody
 * else's order is answered as if it did not exist.
 */
export const agentTools: ReadonlyMap<string, Tool> = new Map<string, Tool>([
  [
    'lookupOrder',
    (views, args, customer) => {
      const row = views.orders.get(z.object({ orderId }).parse(args).orderId);
      return row && row.customerId === customer ? { result: row, changedAt: row.changedAt } : nothing;
    },
  ],
  [
    'customerOrders',
    (views, _args, customer) => {
      const who = customer && views.customers.get(customer);
      if (!who) return { result: [], changedAt: 0 };
      const rows = who.orders.flatMap((id) => views.orders.get(id) ?? []);
      return { result: rows, changedAt: Math.max(who.changedAt, ...rows.map((row) => row.changedAt)) };
    },
  ],
  [
    'stockOf',
    (views, args) => {
      const row = views.stock.get(z.object({ sku }).parse(args).sku);
      return row ? { result: row, changedAt: row.changedAt } : nothing;
    },
  ],
  [
    'productOf',
    (views, args) => {
      const row = views.products.get(z.object({ sku }).parse(args).sku);
      return row ? { result: row, changedAt: row.changedAt } : nothing;
    },
  ],
  [
    'variantsOf',
    (views, args) => {
      const asked = z.object({ skus: z.array(sku).max(50) }).parse(args).skus;
      const wanted = new Set(asked.flatMap((one) => views.products.get(one)?.productId ?? []));
      const rows = [...views.products.values()].filter((row) => wanted.has(row.productId)).slice(0, maxVariants);
      const shelf = rows.map((row) => views.stock.get(row.sku));
      return {
        result: rows.map((row, i) => ({ ...row, available: shelf[i]?.available ?? 0 })),
        changedAt: latest([...rows, ...shelf]),
      };
    },
  ],
  [
    'paymentMethods',
    (views, _args, customer) => {
      const rows =
        customer === null ? [] : [...views.ledger.methods.values()].filter((row) => row.customerId === customer);
      return { result: rows.map(({ methodId, kind, label }) => ({ methodId, kind, label })), changedAt: latest(rows) };
    },
  ],
  [
    'promotionsOf',
    (views, args) => {
      const asked = z.object({ sku }).parse(args).sku;
      const rows = [...views.campaigns.promotions.values()].filter((row) => row.sku === asked);
      return { result: rows, changedAt: latest(rows) };
    },
  ],
  [
    'findProduct',
    (views, args) => {
      const asked = wordsOf(z.object({ text: words(400) }).parse(args).text);
      const scored = [...views.products.values()]
        .map((row) => ({
          row,
          score: wordsOf(`${row.sku} ${row.title} ${Object.values(row.options).join(' ')}`).filter((word) =>
            asked.includes(word),
          ).length,
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, 3);
      const rows = scored.map(({ row }) => row);
      return { result: rows, changedAt: latest(rows) };
    },
  ],
]);

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 1)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
