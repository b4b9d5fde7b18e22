import type { ShopRecords } from '../../src/intake';
import type { LogStore } from '../../src/log';
import type { Task } from './Action';
import { openBooks, type Books } from './Books';
import { differences } from './differences';
import { freshShop } from './evalShop';
import { judge, write } from './oracle';
import { ToolCode } from './toolCode';

/** What came of one task. */
export interface TaskResult {
  readonly name: string;
  /** Where the shop ends otherwise than the oracle; none when they agree. */
  readonly misses: readonly string[];
  /** What was refused, by both, with the policy's words. */
  readonly refused: readonly string[];
  /** Where the data set's own tool code ends otherwise than the oracle. */
  readonly toolDiffers: readonly string[];
}

/** Replays a task's actions one after the other on a fresh shop, and judges the end by the oracle. */
export async function replayTask(store: LogStore, records: ShopRecords, task: Task): Promise<TaskResult> {
  const shop = await freshShop(store, task.name.replace(/\W+/g, '-'));
  const oracle = openBooks(records);
  const tools = new ToolCode(openBooks(records));
  const misses: string[] = [];
  const refused: string[] = [];
  try {
    for (const [at, action] of task.actions.entries()) {
      const customerId = oracle.orders.get(action.orderId)?.customerId ?? '';
      const answer = await shop.ask(action, customerId, `${task.name}-${at}`, shop.world.log.world().head);
      const verdict = judge(oracle, action);
      tools.act(action);
      const forbidden = 'refused' in verdict ? verdict.refused : null;
      if (forbidden) refused.push(`${action.kind} of ${action.orderId}: ${forbidden}`);
      if ('writes' in verdict) write(oracle, verdict.writes);
      if ((answer.refused === null) === (forbidden === null)) continue;
      misses.push(
        `${action.kind} of ${action.orderId}: the shop says ${answer.refused ?? 'yes'}, the policy ${forbidden ?? 'yes'}`,
      );
    }
    misses.push(...differences(touched(oracle, task), await shop.books()));
  } finally {
    shop.close();
  }
  return { name: task.name, misses, refused, toolDiffers: differences(touched(oracle, task), tools.books) };
}

/** The books of the orders of a task and of their customers: the rest of the shop did not move. */
function touched(books: Books, task: Task): Books {
  const orders = new Map(
    task.actions.flatMap(({ orderId }) => {
      const order = books.orders.get(orderId);
      return order ? [[orderId, order] as const] : [];
    }),
  );
  const owners = new Set([...orders.values()].map(({ customerId }) => customerId));
  return { ...books, orders, customers: new Map([...books.customers].filter(([id]) => owners.has(id))) };
}
