import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRecords, readShopFiles, type ShopRecords } from '../../src/intake';
import type { Task } from './Action';
import { importedShop } from './evalShop';
import { raceDocuments, raceOurs } from './race';
import { readTasks } from './readTasks';
import { replayTask, type TaskResult } from './replayTasks';
import { schedule } from './schedule';

/** What the evaluation measured: the keys that are compared, and what stands behind them. */
export interface EvalReport {
  readonly keys: Readonly<Record<string, number>>;
  readonly misses: readonly TaskResult[];
  readonly refusedByBoth: readonly TaskResult[];
  readonly toolDiffers: readonly TaskResult[];
  readonly ourViolations: readonly string[];
}

/** The retail data of a folder: its world, checked as every import is, and its tasks. */
export async function readData(folder: string): Promise<{ records: ShopRecords; tasks: Task[] }> {
  const names = ['users.json', 'products.json', 'orders.json'];
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })),
  );
  const records = checkRecords(
    readShopFiles(files, () => null),
    { hasCustomer: () => false, hasSku: () => false },
  );
  return { records, tasks: readTasks(JSON.parse(await readFile(join(folder, 'tasks_train.json'), 'utf8'))) };
}

/** Replays each task on a shop of its own, then lets all tasks race in one shop, from so many seeds. */
export async function evalOrders(
  { records, tasks }: { readonly records: ShopRecords; readonly tasks: readonly Task[] },
  seeds: number,
  say: (line: string) => void,
): Promise<EvalReport> {
  const store = await importedShop(records);
  const results: TaskResult[] = [];
  for (const task of tasks) {
    results.push(await replayTask(store, records, task));
    if (results.length % 100 === 0) say(`${results.length} of ${tasks.length} tasks replayed`);
  }
  const totals = { accepted: 0, refused: 0, lwwAccepted: 0, lwwViolations: 0 };
  const ourViolations: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const steps = schedule(tasks, seed);
    const ours = await raceOurs(store, records, steps, `race-${seed}`);
    const documents = raceDocuments(records, steps);
    totals.accepted += ours.accepted;
    totals.refused += ours.refused;
    totals.lwwAccepted += documents.accepted;
    totals.lwwViolations += documents.violations.length;
    ourViolations.push(...ours.violations.map((words) => `seed ${seed}: ${words}`));
    say(`seed ${seed}: ${ours.violations.length} violations, ${documents.violations.length} with whole documents`);
  }
  const misses = results.filter((result) => result.misses.length > 0);
  return {
    keys: {
      'tasks.matched': results.length - misses.length,
      'tasks.total': results.length,
      'ours.accepted': totals.accepted,
      'ours.refused': totals.refused,
      'ours.violations': ourViolations.length,
      'lww.accepted': totals.lwwAccepted,
      'lww.violations': totals.lwwViolations,
    },
    misses,
    refusedByBoth: results.filter(({ refused }) => refused.length > 0),
    toolDiffers: results.filter(({ toolDiffers }) => toolDiffers.length > 0),
    ourViolations,
  };
}
