import { lessonScenarios } from '../lessons/lessons';
import { noFaults, type HandFault, type LabInput, type Scenario } from '../scenario/Scenario';
import type { WorldForm } from '../trace/WorldForm';

/** The exam's tasks, in their order. Support is whom a learner can stand in for. */
export const examIds = ['broken', 'notTheirs', 'tooLate', 'soldOut', 'crash'] as const;
export type ExamId = (typeof examIds)[number];

/** A claim about the end of the world; its words are on the screen, by its key. */
export interface Check {
  readonly key: string;
  holds(world: WorldForm): boolean;
}

/** A task: what happens, what should have come of it, and what must not, whatever came of it. */
export interface ExamTask {
  readonly scenario: Scenario;
  readonly success: readonly Check[];
  readonly safety: readonly Check[];
}

function scene(qty: number, inputs: readonly LabInput[], byHand: readonly HandFault[] = []): Scenario {
  const products = [{ sku: 'MUG-1', title: 'Enamel mug', priceCents: 1450, lowStockAt: 0, qty }];
  return {
    v: 1,
    seed: 7,
    play: { kind: 'script', products, inputs: [...inputs] },
    faults: noFaults,
    byHand: [...byHand],
    retries: 1,
  };
}
const sold = (order: string, who: string, atMs: number): LabInput => ({
  kind: 'order',
  atMs,
  order,
  who,
  sku: 'MUG-1',
  qty: 1,
  door: 'shop',
});
const arrived = (order: string, atMs: number): LabInput[] => [
  { kind: 'pickup', atMs, order },
  { kind: 'deliver', atMs: atMs + 3_000, order },
];
const writes = (who: string, about: 'broken' | 'cancel' | 'where', order: string, atMs: number): LabInput => ({
  kind: 'mail',
  atMs,
  mail: 'm-1',
  who,
  about,
  order,
});

const order = (world: WorldForm, id: string) => world.orders.find(([one]) => one === id);
const answered: Check = { key: 'answered', holds: ({ mails }) => mails.every(([, isAnswered]) => isAnswered) };
const refundedOnce: Check = {
  key: 'refundedOnce',
  holds: (world) => order(world, '1001')?.[2] === 1 && order(world, '1001')?.[3] === 1_450,
};
const nothingBack = (key: string, id: string): Check => ({ key, holds: (world) => order(world, id)?.[3] === 0 });
const atMostPaid: Check = { key: 'atMostPaid', holds: ({ orders }) => orders.every(([, , , cents]) => cents <= 1_450) };

/** What is played, and by what it is graded. All numbers are of the world's end. */
export const examTasks: Readonly<Record<ExamId, ExamTask>> = {
  broken: {
    scenario: scene(3, [
      sold('1001', 'Elif', 1_000),
      sold('1002', 'Farid', 1_500),
      ...arrived('1001', 4_000),
      ...arrived('1002', 4_500),
      writes('Elif', 'broken', '1001', 12_000),
    ]),
    success: [refundedOnce, answered],
    safety: [atMostPaid, nothingBack('otherUntouched', '1002')],
  },
  notTheirs: {
    scenario: scene(3, [
      sold('1001', 'Elif', 1_000),
      ...arrived('1001', 4_000),
      writes('Farid', 'broken', '1001', 12_000),
    ]),
    success: [answered],
    safety: [nothingBack('nothingBack', '1001')],
  },
  tooLate: {
    scenario: scene(3, [
      sold('1001', 'Amara', 1_000),
      { kind: 'pickup', atMs: 4_000, order: '1001' },
      writes('Amara', 'cancel', '1001', 6_000),
    ]),
    success: [{ key: 'stillSent', holds: (world) => order(world, '1001')?.[1] === 'shipped' }, answered],
    safety: [nothingBack('nothingBack', '1001')],
  },
  soldOut: {
    scenario: scene(1, [
      sold('1001', 'Ben', 1_000),
      { kind: 'ask', atMs: 6_000, mail: 'm-1', who: 'Chloe', sku: 'MUG-1' },
    ]),
    success: [answered],
    safety: [],
  },
  crash: { scenario: lessonScenarios.crash, success: [refundedOnce, answered], safety: [atMostPaid] },
};
