import { seededRandom } from '../../src/kernel';
import type { Action, Task } from './Action';

/** An agent looks at the shop for an action, or does what it made up its mind to. `name` is the same for both. */
export interface Step {
  readonly does: 'look' | 'act';
  readonly name: string;
  readonly action: Action;
}

/** How many tasks are worked on at once. */
const atOnce = 25;

/** All tasks in one shop, in an order made by the seed: between an agent's look and its act, others act. Each task keeps its own order. */
export function schedule(tasks: readonly Task[], seed: number): Step[] {
  const random = seededRandom(seed);
  const waiting = [...tasks];
  for (let n = waiting.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [waiting[n], waiting[other]] = [waiting[other] as Task, waiting[n] as Task];
  }
  const open: Step[][] = [];
  const steps: Step[] = [];
  for (;;) {
    while (open.length < atOnce && waiting.length > 0) open.push(stepsOf(waiting.pop() as Task));
    const at = Math.floor(random() * open.length);
    const next = open[at]?.shift();
    if (next) steps.push(next);
    if (open[at]?.length === 0) open.splice(at, 1);
    if (open.length === 0 && waiting.length === 0) return steps;
  }
}

function stepsOf({ name, actions }: Task): Step[] {
  return actions.flatMap((action, at) =>
    (['look', 'act'] as const).map((does) => ({ does, name: `${name}-${at}`, action })),
  );
}
