import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKnowledge, type Embedder, type KnowledgeDocument, type Scope, type Where } from '.';
import { smallVectors } from './testing/smallVectors.suite';

const doc = (id: string, text: string, scope: Scope, position = 1): KnowledgeDocument => ({
  id,
  text,
  scope,
  provenance: { position, eventId: `e-${position}` },
});
const ids = (hits: readonly { document: KnowledgeDocument }[]) => hits.map((hit) => hit.document.id);

const words = ['mug', 'mugs', 'refund', 'broken', 'order', '1042', 'shirt', 'blue', 'lamp', 'the'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(' '));
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom('c-1', 'c-2', 'c-3').map((customer): Scope => ({ customer })),
  fc.constantFrom('MUG-1', 'c-1').map((sku): Scope => ({ sku })),
  fc.constant<Scope>({ shared: true }),
);
const document = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  text,
  scope,
  position: fc.nat(50),
});
const documents = fc
  .uniqueArray(document, { selector: (one) => one.id })
  .map((list) => list.map((one) => doc(one.id, one.text, one.scope, one.position)));
const where: fc.Arbitrary<Where> = fc.oneof(scope, fc.record({ anyOf: fc.array(scope, { maxLength: 3 }) }));

const embedder = fc.constantFrom(null, smallVectors(1), smallVectors(2));

function filled(list: readonly KnowledgeDocument[], by: Embedder | null = null) {
  const knowledge = openKnowledge();
  knowledge.useEmbedder(by);
  list.forEach((one) => knowledge.upsert(one));
  return knowledge;
}
const allowed = (one: KnowledgeDocument, filter: Where) =>
  ('anyOf' in filter ? filter.anyOf : [filter]).some((each) => JSON.stringify(each) === JSON.stringify(one.scope));

test('[KNO1] a document of one customer is never returned for another, whatever is asked', () => {
  fc.assert(
    fc.property(documents, where, text, fc.nat(10), embedder, (list, filter, question, nResults, by) => {
      const hits = filled(list, by).query({ text: question, nResults, where: filter });
      for (const hit of hits) expect(allowed(hit.document, filter)).toBe(true);
      expect(hits.length).toBe(Math.min(nResults, list.filter((one) => allowed(one, filter)).length));
    }),
  );
});

test('[KNO1] what the asker may not see does not move a score', () => {
  fc.assert(
    fc.property(documents, where, text, embedder, (list, filter, question, by) => {
      const ask = { text: question, nResults: 10, where: filter };
      const visible = list.filter((one) => allowed(one, filter));
      expect(filled(list, by).query(ask)).toEqual(filled(visible, by).query(ask));
    }),
  );
});

test('[KNO2] after any upserts and removals only the last version of what is left is found', () => {
  const step = fc.oneof(
    document.map((one) => ({ put: one })),
    fc.constantFrom('a', 'b', 'c').map((id) => ({ drop: id })),
  );
  fc.assert(
    fc.property(fc.array(step), scope, (steps, filter) => {
      const knowledge = openKnowledge();
      const model = new Map<string, KnowledgeDocument>();
      for (const one of steps) {
        if ('drop' in one) {
          knowledge.remove(one.drop);
          model.delete(one.drop);
          continue;
        }
        const made = doc(one.put.id, one.put.text, one.put.scope, one.put.position);
        knowledge.upsert(made);
        model.set(made.id, made);
      }
      const found = knowledge.query({ text: 'mug', nResults: 100, where: filter });
      expect(ids(found).sort()).toEqual(
        [...model.values()]
          .filter((one) => allowed(one, filter))
          .map((one) => one.id)
          .sort(),
      );
      expect(knowledge.size).toBe(model.size);
    }),
  );
});

test('[KNO3] the order in which documents came does not change an answer', () => {
  fc.assert(
    fc.property(documents, text, embedder, (list, question, by) => {
      const ask = { text: question, nResults: 10, where: { anyOf: [{ customer: 'c-1' }, { shared: true }] } } as const;
      expect(filled([...list].reverse(), by).query(ask)).toEqual(filled(list, by).query(ask));
    }),
  );
});

test('[KNO4] words rank by stem and rarity, and the newer of two equals comes first', () => {
  const knowledge = filled([
    doc('old', 'the mugs arrived', { customer: 'c-1' }, 3),
    doc('new', 'the mugs arrived', { customer: 'c-1' }, 9),
    doc('shirt', 'a shirt arrived', { customer: 'c-1' }, 20),
  ]);
  const hits = knowledge.query({ text: 'Where is my mug?', nResults: 3, where: { customer: 'c-1' } });
  expect(ids(hits)).toEqual(['new', 'old', 'shirt']);
  expect(hits[0]!.parts).toEqual({ words: 1, meaning: null, recency: (0.05 * 6) / 17 });
  expect(hits[0]!.shared).toEqual(['mug']);
  expect(hits[2]!.parts).toEqual({ words: 0, meaning: null, recency: 0.05 });
  expect(hits[0]!.document.provenance).toEqual({ position: 9, eventId: 'e-9' });
});

test('[KNO5] a scope that names nobody, two owners or an empty one is refused', () => {
  const knowledge = openKnowledge();
  for (const bad of [
    {},
    { customer: 'c-1', shared: true },
    { customer: '' },
    { shared: false },
    { everything: true },
  ]) {
    expect(() => knowledge.upsert(doc('a', 'x', bad as Scope))).toThrow('exactly one');
    expect(() => knowledge.query({ text: 'x', nResults: 1, where: bad as Where })).toThrow('exactly one');
  }
  expect(knowledge.query({ text: 'x', nResults: 5, where: { anyOf: [] } })).toEqual([]);
});

test('[KNO6] a score is the sum of its parts, and each part stays within its weight', () => {
  fc.assert(
    fc.property(documents, where, text, embedder, (list, filter, question, by) => {
      for (const { score, parts, shared } of filled(list, by).query({ text: question, nResults: 10, where: filter })) {
        expect(score).toBe(parts.words + (parts.meaning ?? 0) + parts.recency);
        expect(parts.words > 0).toBe(shared.length > 0);
        for (const part of [parts.words, parts.meaning ?? 0, parts.recency]) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts.words + (parts.meaning ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(parts.recency).toBeLessThanOrEqual(0.05);
      }
    }),
  );
});

test('[KNO7] what means the same in other words is found by meaning, and not without it', () => {
  const list = [
    doc('money', 'we pay you back', { shared: true }),
    doc('parcel', 'the parcel is on its way', { shared: true }),
  ];
  const ask = { text: 'refund', nResults: 1, where: { shared: true } } as const;
  expect(filled(list).query(ask)[0]!.score).toBe(0);
  const [hit] = filled(list, smallVectors(1)).query(ask);
  expect(hit!.document.id).toBe('money');
  expect(hit!.parts).toEqual({ words: 0, meaning: 0.5, recency: 0 });
});

test('[KNO8] a knowledge base that grew, was searched, changed its embedder and shrank answers like one built anew', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: document.map((one) => ({ put: one })) },
    { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c', 'd').map((id) => ({ drop: id })) },
    { weight: 2, arbitrary: fc.record({ ask: text, filter: where }) },
    { weight: 1, arbitrary: embedder.map((by) => ({ by })) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), embedder, where, text, (steps, by, filter, question) => {
      const grown = openKnowledge();
      const left = new Map<string, KnowledgeDocument>();
      for (const one of steps) {
        if ('put' in one) {
          const made = doc(one.put.id, one.put.text, one.put.scope, one.put.position);
          grown.upsert(made);
          left.set(made.id, made);
        } else if ('drop' in one) {
          grown.remove(one.drop);
          left.delete(one.drop);
        } else if ('ask' in one) grown.query({ text: one.ask, nResults: 3, where: one.filter });
        else grown.useEmbedder(one.by);
      }
      grown.useEmbedder(by);
      const ask = { text: question, nResults: 10, where: filter };
      expect(grown.embedder).toBe(by?.id ?? null);
      expect(grown.query(ask)).toEqual(filled([...left.values()], by).query(ask));
    }),
  );
});

test('[KNO8] holes left by thousands of replaced documents are closed, and the rest is still found', () => {
  const knowledge = openKnowledge();
  const long = words.slice(0, 9).join(' ');
  for (let n = 0; n < 4_000; n++) {
    knowledge.upsert(doc(`d-${n % 5}`, `${long} number${n}`, { customer: 'c-1' }, n));
    knowledge.query({ text: 'mug', nResults: 1, where: { customer: 'c-1' } });
  }
  const found = knowledge.query({ text: 'number3998', nResults: 2, where: { customer: 'c-1' } });
  expect(found.map((hit) => [hit.document.id, hit.shared])).toEqual([
    ['d-3', ['number3998']],
    ['d-4', []],
  ]);
});
