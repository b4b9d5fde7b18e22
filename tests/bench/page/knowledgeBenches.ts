import {
  openKnowledge,
  staticVectors,
  type Embedder,
  type Knowledge,
  type KnowledgeDocument,
} from '../../../src/knowledge';
import { seededRandom } from '../../../src/kernel';

/** One customer in a hundred is a business with a hundred times the orders of the others. */
const customers = 4_000;
const sharedDocuments = 500;

const things = [
  'Enamel mug',
  'Desk lamp',
  'Cotton shirt',
  'Harbour poster',
  'Dotted notebook',
  'Canvas bag',
  'Wool socks',
];
const events = ['is confirmed', 'waits for stock', 'is on its way', 'is delivered', 'is cancelled'];
const complaints = ['arrived broken', 'never came', 'is the wrong colour', 'does not fit', 'was charged twice'];

/** The word vectors that lie beside the app. */
export async function loadVectors(): Promise<Embedder> {
  const read = async (name: string) => (await fetch(new URL(`/embeddings/${name}`, location.origin))).arrayBuffer();
  return staticVectors({
    words: new TextDecoder().decode(await read('words.txt')),
    vectors: new Int8Array(await read('vectors.i8')),
    scales: new Float32Array(await read('scales.f32')),
    weights: new Float32Array(await read('weights.f32')),
  });
}

/** How long it takes until `count` documents are there, indexed and embedded: each customer's are searched once. In ms. */
export async function rebuild(count: number): Promise<number> {
  const embedder = await loadVectors();
  const start = performance.now();
  fill(embedder, count);
  return performance.now() - start;
}

/** A knowledge base of `count` documents, all of them searched, held from now on in a global. */
export async function holdKnowledge(count: number): Promise<void> {
  Object.assign(globalThis, { held: fill(await loadVectors(), count) });
}

/** What one question takes in the knowledge base that is held, in ms each: a customer's own documents and the shared ones. */
export function searches(times: number): number[] {
  const { held } = globalThis as unknown as { held: Knowledge };
  const random = seededRandom(7);
  return Array.from({ length: times }, () => {
    const customer = `c-${Math.floor(random() * customers)}`;
    const text =
      `Hello, my ${pick(things, random)} from order ${Math.floor(random() * 90_000)} ${pick(complaints, random)}. ` +
      'Can I send it back, and how long does it take until I have my money? Thank you and best wishes from the coast.';
    const start = performance.now();
    const hits = held.query({ text, nResults: 6, where: { anyOf: [{ customer }, { shared: true }] } });
    const ms = performance.now() - start;
    if (hits.length !== 6) throw new Error(`Expected six documents for ${customer}, got ${hits.length}.`);
    return ms;
  });
}

function fill(embedder: Embedder, count: number): Knowledge {
  const knowledge = openKnowledge();
  knowledge.useEmbedder(embedder);
  const random = seededRandom(3);
  for (let n = 0; n < count; n++) knowledge.upsert(documentOf(n, random));
  // Documents are indexed when they are first searched.
  for (let n = 0; n < customers; n++) knowledge.query({ text: 'order', nResults: 1, where: { customer: `c-${n}` } });
  knowledge.query({ text: 'order', nResults: 1, where: { shared: true } });
  return knowledge;
}

function documentOf(n: number, random: () => number): KnowledgeDocument {
  const provenance = { position: n + 1, eventId: `order-state-${n.toString(16).padStart(20, '0')}` };
  const what = pick(things, random);
  if (n < sharedDocuments) {
    const text = `${what} number ${n}: what ${pick(complaints, random)} goes back within ${n % 90} days. ${pick(things, random)} too.`;
    return { id: `rule-${n}`, text, scope: { shared: true }, provenance };
  }
  const isBusiness = random() < 0.5;
  const owner = Math.floor(random() * (isBusiness ? customers / 100 : customers));
  const orderId = 1000 + n;
  const lines = events.slice(0, 2 + (n % 4)).map((event, day) => `2026-03-0${day + 1}: order ${orderId} ${event}`);
  const text = [`Order ${orderId} (${what}, ${pick(things, random)})`, ...lines].join('\n');
  return { id: `order:${orderId}`, text, scope: { customer: `c-${owner}` }, provenance };
}

const pick = (list: readonly string[], random: () => number) => list[Math.floor(random() * list.length)] ?? '';
