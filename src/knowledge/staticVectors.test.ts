import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKnowledge, staticVectors } from '.';
import { shippedVectors } from './testing/shippedVectors.suite';
import { smallVectors } from './testing/smallVectors.suite';

const shipped = shippedVectors();
const cosine = (one: string, two: string) => {
  const [a, b] = [shipped.embed(one), shipped.embed(two)];
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (127 * 127);
};

test('[VEC1] a text becomes a vector of length one, or of nothing but zeros when no word is known', () => {
  fc.assert(
    fc.property(fc.oneof(fc.lorem(), fc.string({ unit: 'grapheme' })), (text) => {
      const vector = shipped.embed(text);
      const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
      expect(vector).toHaveLength(64);
      expect(length === 0 || Math.abs(length - 127) < 5).toBe(true);
    }),
  );
  expect(shipped.embed('Ωμέγα 1042 !!').every((value) => value === 0)).toBe(true);
});

test('[VEC1] the same text gives the same bytes, whatever its case and accents', () => {
  expect(shipped.embed('A BROKEN café cup')).toEqual(shipped.embed('a broken cafe\u0301 cup'));
  expect(shipped.id).toBe('static-64-77d00ba5762d');
});

test('[VEC2] what means alike lies nearer than what does not', () => {
  expect(cosine('I want my money back', 'please refund me')).toBeGreaterThan(
    cosine('I want my money back', 'blue wool socks'),
  );
  expect(cosine('it arrived broken', 'damaged on delivery')).toBeGreaterThan(
    cosine('it arrived broken', 'opening hours'),
  );
  expect(cosine('couch', 'sofa')).toBeGreaterThan(cosine('couch', 'kettle'));
});

test('[VEC2] the shop’s rule is found by a question that has no word in common with it', () => {
  const knowledge = openKnowledge();
  const texts = ['Damaged or wrong items are refunded.', 'Parcels leave every morning.', 'We speak English.'];
  texts.forEach((text, n) => knowledge.upsert({ id: `rule-${n}`, text, scope: { shared: true }, provenance: 'shop' }));
  knowledge.useEmbedder(shipped);
  const [best] = knowledge.query({ text: 'my vase is smashed', nResults: 1, where: { shared: true } });
  expect(best?.document.id).toBe('rule-0');
  expect(best?.shared).toEqual([]);
});

test('[VEC3] files that do not belong together are refused in words', () => {
  const whole = {
    words: 'a\nb\n',
    vectors: new Int8Array(4),
    scales: new Float32Array(2),
    weights: new Float32Array(2),
  };
  expect(staticVectors(whole).dimensions).toBe(2);
  for (const part of [
    { words: '' },
    { words: 'a\nb\nc\n' },
    { vectors: new Int8Array(0) },
    { vectors: new Int8Array(5) },
    { scales: new Float32Array(1) },
    { weights: new Float32Array(3) },
  ]) {
    expect(() => staticVectors({ ...whole, ...part })).toThrow('do not fit together');
  }
});

test('[VEC3] another table is another space', () => {
  expect(smallVectors(1).id).not.toBe(smallVectors(2).id);
  expect(smallVectors(1).id).toBe(smallVectors(1).id);
});
