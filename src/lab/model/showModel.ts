import { agentDefinitions } from '../../agents';
import type { WorldEvent } from '../../contracts';
import { openKnowledge, tokensOf, type Hit, type KnowledgeDocument } from '../../knowledge';
import { noFaults, type LabInput, type Scenario } from '../scenario/Scenario';
import { playShared } from '../shared/playShared';

/** How a prompt can be filled: with all there is, with what is nearest, or with what is nearest among what may be seen. */
export const selections = ['everything', 'unfiltered', 'selected'] as const;
export type Selection = (typeof selections)[number];

/** A document as a model would see it. */
export interface ShownDocument {
  readonly id: string;
  readonly text: string;
  readonly tokens: number;
  /** It belongs to another customer: it must not be here. */
  readonly foreign: boolean;
}

/** What a model would be told about one letter. */
export interface ShownModel {
  readonly selection: Selection;
  readonly letter: string;
  readonly documents: readonly ShownDocument[];
  readonly tokens: number;
  readonly foreign: number;
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

/** Fills the prompt for Amara's letter in each of the three ways, from support's own documents of that morning. */
export async function showModel(): Promise<ShownModel[]> {
  let log: readonly WorldEvent[] = [];
  await playShared(morning, { keeps: false, atEnd: (events) => (log = events) });
  const last = log.findLast((event) => event.type === 'CustomerQuery');
  if (last?.type !== 'CustomerQuery') throw new Error('Expected the morning to hold a letter.');
  const { customerId } = last.data;
  const documents = documentsBefore(log, last.position);
  const letter = 'Order 1001. Hello, what I got with order 1001 arrived broken. I would like a refund.';

  const filtered = openKnowledge();
  // This store has no owners: it stands here, to be looked at, and nowhere else in the house.
  const unfiltered = openKnowledge();
  for (const document of documents) {
    filtered.upsert(document);
    unfiltered.upsert({ ...document, scope: { shared: true } });
  }
  const nearest = { text: letter, nResults: 5 };
  const byId = new Map(documents.map((document) => [document.id, document]));
  const found: Record<Selection, readonly KnowledgeDocument[]> = {
    everything: documents,
    unfiltered: unfiltered.query({ ...nearest, where: { shared: true } }).map(original),
    selected: filtered
      .query({ ...nearest, where: { anyOf: [{ customer: customerId }, { shared: true }] } })
      .map(original),
  };
  function original({ document }: Hit): KnowledgeDocument {
    return byId.get(document.id)!;
  }

  return selections.map((selection) => {
    const shown = found[selection].map(({ id, text, scope }) => ({
      id,
      text,
      tokens: tokensOf(text),
      foreign: scope.customer !== undefined && scope.customer !== customerId,
    }));
    const sum = (count: (one: ShownDocument) => number) => shown.reduce((total, one) => total + count(one), 0);
    return {
      selection,
      letter,
      documents: shown,
      tokens: sum((one) => one.tokens),
      foreign: sum((one) => Number(one.foreign)),
    };
  });
}

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
