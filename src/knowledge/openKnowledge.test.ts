import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKnowledge, type KnowledgeDocument, type Scope, type Where } from '.';

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

function filled(list: readonly KnowledgeDocument[]) {
  const knowledge = openKnowledge();
  list.forEach((one) => knowledge.upsert(one));
  return knowledge;
}
const allowed = (one: KnowledgeDocument, filter: Where) =>
  ('anyOf' in filter ? filter.anyOf : [filter]).some((each) => JSON.stringify(each) === JSON.stringify(one.scope));

test('[KNO1] a document of one customer is never returned for another, whatever is asked', () => {
  fc.assert(
    fc.property(documents, where, text, fc.nat(10), (list, filter, question, nResults) => {
      const hits = filled(list).query({ text: question, nResults, where: filter });
      for (const hit of hits) expect(allowed(hit.document, filter)).toBe(true);
      expect(hits.length).toBe(Math.min(nResults, list.filter((one) => allowed(one, filter)).length));
    }),
  );
});

test('[KNO1] what the asker may not see does not move a score', () => {
  fc.assert(
    fc.property(documents, where, text, (list, filter, question) => {
      const ask = { text: question, nResults: 10, where: filter };
      expect(filled(list).query(ask)).toEqual(filled(list.filter((one) => allowed(one, filter))).query(ask));
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
    fc.property(documents, text, (list, question) => {
      const ask = { text: question, nResults: 10, where: { anyOf: [{ customer: 'c-1' }, { shared: true }] } } as const;
      expect(filled([...list].reverse()).query(ask)).toEqual(filled(list).query(ask));
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
  expect(hits[0]!.score).toBeCloseTo(hits[0]!.parts.text + hits[0]!.parts.recency);
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
