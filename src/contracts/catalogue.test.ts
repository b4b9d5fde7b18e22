import { describe, expect, test } from 'vitest';
import { euros } from '../kernel';
import type { contracts } from '.';
import { contractOf, eventTypes, isRefusal, parseDraft, services, topics } from '.';

const draft = (type: string, over: object = {}) => ({
  id: 'x-1',
  type,
  data: contractOf(type as keyof typeof contracts).example,
  by: contractOf(type as keyof typeof contracts).publishedBy[0],
  causationId: null,
  correlationId: 'x-1',
  ...over,
});

describe.each(eventTypes)('%s', (type) => {
  const contract = contractOf(type);

  test('[CAT1] is registered under its own name, on a declared topic, and says one sentence', () => {
    expect(contract.type).toBe(type);
    expect(topics).toContain(contract.topic);
    const parsed = parseDraft(draft(type));
    expect(contract.says(parsed.data, euros)).toMatch(/^\S.*[^.]$|^posted: /s);
  });

  test('[CAT2] its example parses, is JSON, and has tags', () => {
    const parsed = parseDraft(draft(type));
    expect(JSON.parse(JSON.stringify(parsed.data))).toEqual(parsed.data);
    expect(contract.tags(parsed.data).length).toBeGreaterThan(0);
  });

  test('[CAT8] what earlier versions wrote still parses, has tags and says a sentence; a version was raised for it', () => {
    for (const data of contract.formerly ?? []) {
      const parsed = parseDraft(draft(type, { data }));
      expect(parsed.data).toEqual(data);
      expect(contract.tags(parsed.data).length).toBeGreaterThan(0);
      expect(contract.says(parsed.data, euros)).not.toMatch(/undefined|NaN/);
    }
    expect(contract.version > 1).toBe((contract.formerly ?? []).length > 0);
  });

  test('[CAT3] nobody but its declared publishers can sign it', () => {
    const stranger = contract.publishedBy.includes('world') ? 'bank' : 'world';
    expect(() => parseDraft(draft(type, { by: stranger }))).toThrow(/may not/);
  });

  test('[CAT4] a field that was not declared is refused, and so is a missing one', () => {
    expect(() => parseDraft(draft(type, { data: { ...(contract.example as object), smuggled: 1 } }))).toThrow(
      /declared shape/,
    );
    expect(() => parseDraft(draft(type, { data: {} }))).toThrow(/declared shape/);
  });
});

const facts = eventTypes.filter((type) => contractOf(type).kind === 'fact');
const proposals = eventTypes.filter((type) => contractOf(type).kind === 'proposal');

test.each(facts)('[CAT5] the fact %s has exactly one owner, and it is a service', (type) => {
  const { publishedBy } = contractOf(type);
  expect(publishedBy).toHaveLength(1);
  expect(services).toContain(publishedBy[0]);
});

test.each(proposals)('[CAT6] the proposal %s has an answerer who owns all of its answers', (type) => {
  const { answeredBy, publishedBy } = contractOf(type);
  expect(answeredBy).toBeDefined();
  for (const answer of [...(answeredBy?.accepted ?? []), answeredBy?.refused ?? '']) {
    expect(facts).toContain(answer);
    expect(contractOf(answer as keyof typeof contracts).publishedBy).toEqual([answeredBy?.owner]);
  }
  expect(answeredBy?.accepted).not.toContain(answeredBy?.refused);
  for (const author of publishedBy) expect(services).not.toContain(author);
});

test.each(proposals)('[CAT7] what makes %s stale are facts, and its refusal is a refusal', (type) => {
  const contract = contractOf(type);
  const { data } = parseDraft(draft(type));
  for (const stale of contract.staleIf?.(data) ?? []) expect(facts).toContain(stale.type);
  const refused = contract.answeredBy?.refused as keyof typeof contracts;
  expect(isRefusal({ type: refused } as never)).toBe(true);
});
