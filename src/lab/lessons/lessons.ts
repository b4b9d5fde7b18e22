import { noFaults, type HandFault, type LabInput, type LabProduct, type Scenario } from '../scenario/Scenario';

/** The lessons that are played on both sides, in their order. The seventh is about what a model is shown, and has no schedule. */
export const playedLessons = ['lost', 'race', 'promotion', 'bug', 'crash', 'twice'] as const;
export type PlayedLesson = (typeof playedLessons)[number];

const mugs = (qty: number): LabProduct => ({ sku: 'MUG-1', title: 'Enamel mug', priceCents: 1450, lowStockAt: 0, qty });

function script(
  products: readonly LabProduct[],
  inputs: readonly LabInput[],
  byHand: readonly HandFault[] = [],
): Scenario {
  return {
    v: 1,
    seed: 7,
    play: { kind: 'script', products: [...products], inputs: [...inputs] },
    faults: noFaults,
    byHand: [...byHand],
    retries: 1,
  };
}

const order = (id: string, who: string, atMs: number, door: 'shop' | 'post' = 'shop', qty = 1): LabInput => ({
  kind: 'order',
  atMs,
  order: id,
  who,
  sku: 'MUG-1',
  qty,
  door,
});
const sent = (id: string, pickupMs: number, deliverMs: number): LabInput[] => [
  { kind: 'pickup', atMs: pickupMs, order: id },
  { kind: 'deliver', atMs: deliverMs, order: id },
];
const mail = (about: 'broken' | 'cancel' | 'where', id: string, who: string, atMs: number): LabInput => ({
  kind: 'mail',
  atMs,
  mail: `m-${id}`,
  who,
  about,
  order: id,
});
const drop = (side: 'tell' | 'shared', ...messages: number[]): HandFault[] =>
  messages.map((message) => ({ side, kind: 'drop', message }));

/** Each lesson's scenario. The numbers of the messages that are lost are those of this very run. */
export const lessonScenarios: Readonly<Record<PlayedLesson, Scenario>> = {
  // Both tries of "order 1001 is cancelled" are lost, and so is the news of it on the other side.
  lost: script(
    [mugs(2)],
    [
      order('1001', 'Amara', 1_000),
      mail('cancel', '1001', 'Amara', 4_000),
      { kind: 'pickup', atMs: 15_000, order: '1001' },
    ],
    [...drop('tell', 9, 10), ...drop('shared', 57)],
  ),
  race: script([mugs(1)], [order('1001', 'Ben', 1_000), order('1002', 'Chloe', 1_010, 'post')]),
  promotion: script(
    [mugs(2)],
    [order('1001', 'Dmitri', 1_000, 'shop', 2), { kind: 'sale', atMs: 1_060, sku: 'MUG-1', percentOff: 20 }],
  ),
  bug: {
    v: 1,
    seed: 55,
    play: { kind: 'day', minutes: 2, gapMs: 1_500 },
    faults: { ...noFaults, lossPercent: 15, delayMs: 500 },
    byHand: [],
    retries: 1,
  },
  crash: script(
    [mugs(2)],
    [order('1001', 'Elif', 1_000), ...sent('1001', 4_000, 8_000), mail('broken', '1001', 'Elif', 12_000)],
    [{ kind: 'crash', agent: 'support', atMs: 12_035 }],
  ),
  twice: script(
    [mugs(2)],
    [
      order('1001', 'Farid', 1_000),
      ...sent('1001', 4_000, 8_000),
      mail('broken', '1001', 'Farid', 12_000),
      { kind: 'parcel', atMs: 22_000, order: '1001', sku: 'MUG-1', qty: 1 },
    ],
    [...drop('tell', 12), ...drop('shared', 106), { kind: 'crash', agent: 'inventory', atMs: 12_400 }],
  ),
};
