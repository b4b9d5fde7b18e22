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
    'promotionsOf',
    (views, args) => {
      const asked = z.object({ sku }).parse(args).sku;
      const rows = [...views.campaigns.promotions.values()].filter((row) => row.sku === asked);
      return { result: rows, changedAt: Math.max(0, ...rows.map((row) => row.changedAt)) };
    },
  ],
  [
    'findProduct',
    (views, args) => {
      const asked = wordsOf(z.object({ text: words(400) }).parse(args).text);
      const scored = [...views.products.values()]
        .map((row) => ({
          row,
          score: wordsOf(`${row.sku} ${row.title}`).filter((word) => asked.includes(word)).length,
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, 3);
      const rows = scored.map(({ row }) => row);
      return { result: rows, changedAt: Math.max(0, ...rows.map((row) => row.changedAt)) };
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
