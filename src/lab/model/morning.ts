import { agentDefinitions } from '../../agents';
import type { WorldEvent } from '../../contracts';
import type { KnowledgeDocument } from '../../knowledge';
import { noFaults, type LabInput, type Scenario } from '../scenario/Scenario';
import { playShared } from '../shared/playShared';

/** Who wrote or ordered that morning; Amara's letter comes last. */
export const morningPeople = ['Amara', 'Ben', 'Chloe', 'Dmitri'] as const;
export type MorningPerson = (typeof morningPeople)[number];

/** What support knew when the morning's last letter came: the shop's rules, and what it learned of each customer. */
export async function knownThatMorning(): Promise<readonly KnowledgeDocument[]> {
  let log: readonly WorldEvent[] = [];
  await playShared(morning, { keeps: false, atEnd: (events) => void (log = events) });
  const last = log.findLast((event) => event.type === 'CustomerQuery');
  if (!last) throw new Error('Expected the morning to hold a letter.');
  return documentsBefore(log, last.position);
}

const order = (id: string, who: string, sku: string, atMs: number): LabInput[] => [
  { kind: 'order', atMs, order: id, who, sku, qty: 1, door: 'shop' },
  { kind: 'pickup', atMs: atMs + 3_000, order: id },
  { kind: 'deliver', atMs: atMs + 6_000, order: id },
];
const broken = (mail: string, who: string, id: string, atMs: number): LabInput => ({
  kind: 'mail',
  atMs,
  mail,
  who,
  about: 'broken',
  order: id,
});

/** A morning with four customers, and Amara's letter at its end. */
const morning: Scenario = {
  v: 1,
  seed: 11,
  play: {
    kind: 'script',
    products: [
      { sku: 'MUG-1', title: 'Enamel mug', priceCents: 1450, lowStockAt: 0, qty: 9 },
      { sku: 'LAMP-3', title: 'Desk lamp', priceCents: 5900, lowStockAt: 0, qty: 9 },
    ],
    inputs: [
      ...order('1001', 'Amara', 'MUG-1', 1_000),
      ...order('1002', 'Ben', 'MUG-1', 2_000),
      ...order('1003', 'Chloe', 'LAMP-3', 3_000),
      ...order('1004', 'Dmitri', 'MUG-1', 4_000),
      broken('m1', 'Ben', '1002', 14_000),
      broken('m2', 'Dmitri', '1004', 18_000),
      broken('m3', 'Amara', '1001', 24_000),
    ],
  },
  faults: noFaults,
  byHand: [],
  retries: 1,
};

/** What support knew when the letter came: its shelf, and what its memory made of the log. */
function documentsBefore(log: readonly WorldEvent[], position: number): KnowledgeDocument[] {
  const { support } = agentDefinitions;
  const documents = new Map(support.shelf.map((document) => [document.id, document]));
  let memory = support.open();
  for (const event of log) {
    if (event.position >= position) break;
    if (!support.tunedTo.includes(event.type) && event.by !== 'support') continue;
    memory = support.remember(memory, event);
    for (const document of support.learn(event, memory)) documents.set(document.id, document);
  }
  return [...documents.values()];
}
