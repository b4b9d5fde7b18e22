import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { shippedVectors } from '../../src/knowledge/testing/shippedVectors.suite';
import { corpusOf, evaluateRetrieval, readCorpus, readQueries } from './retrieval';

const corpus = readCorpus(
  [
    '{"id":"a","text":"red mug"}',
    '{"id":"b","text":"red lamp"}',
    '',
    '{"id":"c","text":"red mug of c-1","customer":"c-1"}',
    '{"id":"d","text":"blue mug and green mug","customer":"c-2"}',
  ].join('\n'),
);
const ask = (...lines: object[]) =>
  evaluateRetrieval(corpus, readQueries(lines.map((line) => JSON.stringify(line)).join('\n')), null);

test('[RET1] what is found first counts in full, what is found later counts less', () => {
  expect(ask({ id: 'q', query: 'lamp', relevant: ['b'] })).toMatchObject({ recall5: 1, ndcg10: 1 });
  const second = ask({ id: 'q', query: 'mug', relevant: ['b'] });
  expect(second.queries[0]).toEqual({ id: 'q', recall5: 1, ndcg10: 1 / Math.log2(3), found: ['a', 'b'] });
});

test('[RET1] means are taken over the questions', () => {
  const report = ask(
    { id: 'q1', query: 'lamp', relevant: ['b'] },
    { id: 'q2', query: 'lamp', relevant: ['d'] },
    { id: 'q3', query: 'lamp', relevant: ['b', 'd'] },
  );
  expect(report.queries.map((one) => one.recall5)).toEqual([1, 0, 0.5]);
  expect(report.recall5).toBe(0.5);
  expect(report.queries[2]!.ndcg10).toBeCloseTo(1 / (1 + 1 / Math.log2(3)));
});

test('[RET2] a customer finds what is shared and their own, and nobody else’s', () => {
  expect(ask({ id: 'q', query: 'mug', relevant: ['c'], customer: 'c-1' }).queries[0]!.found).toEqual(['a', 'c', 'b']);
  expect(ask({ id: 'q', query: 'mug', relevant: ['d'] })).toMatchObject({ recall5: 0, ndcg10: 0 });
});

test('[RET4] the shop’s rules and answers are found by questions in other words: better with vectors than by words alone', () => {
  const shelf = corpusOf(agentDefinitions.support.shelf);
  const queries = readQueries(readFileSync(new URL('sharedQueries.jsonl', import.meta.url), 'utf8'));
  const [words, both] = [null, shippedVectors()].map((embedder) => evaluateRetrieval(shelf, queries, embedder));
  expect(both!.recall5).toBeGreaterThan(0.8);
  expect(both!.recall5).toBeGreaterThan(words!.recall5 + 0.1);
  expect(both!.ndcg10).toBeGreaterThan(words!.ndcg10 + 0.1);
});

describe('[RET3] a wrong file is refused with the place', () => {
  test.each([
    ['no JSON', '{"id":"a","text":"x"}\nnonsense', 'line 2 of the corpus file'],
    ['no text', '{"id":"a"}', 'line 1 of the corpus file: text'],
    ['an id twice', '{"id":"a","text":"x"}\n{"id":"a","text":"y"}', 'The id "a" of line 2'],
    ['nothing', '\n\n', 'at least one line in the corpus file'],
  ])('%s', (_, text, words) => {
    expect(() => readCorpus(text)).toThrow(words);
  });

  test('a question about a document that is not there, or without any', () => {
    expect(() => ask({ id: 'q', query: 'mug', relevant: ['z'] })).toThrow('"z", which the corpus does not have');
    expect(() => ask({ id: 'q', query: 'mug', relevant: [] })).toThrow('line 1 of the queries file: relevant');
  });
});
