import { describe, expect, test } from 'vitest';
import { contractOf, eventTypes, proposalsAnsweredBy, services as names, type EventType } from '../contracts';
import { deepFreeze } from '../kernel';
import type { Service } from './Service';
import { services } from './services';
import { event } from './testing/event.suite';

const sources = import.meta.glob<string>(['./*/*.ts', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tests = import.meta.glob<string>('./*/*.test.ts', { query: '?raw', import: 'default', eager: true });
const readme = Object.values(
  import.meta.glob<string>('./README.md', { query: '?raw', import: 'default', eager: true }),
)[0];

test('[SVC1] every service that the contracts name is here, once', () => {
  expect(services.map(({ name }) => name).toSorted()).toEqual([...names].toSorted());
});

describe.each(services as readonly unknown[] as readonly Service<unknown>[])('$name', (service) => {
  test('[SVC2] answers just the proposals that it owns', () => {
    expect(Object.keys(service.decide).toSorted()).toEqual(proposalsAnsweredBy(service.name).toSorted());
  });

  test('[SVC3] follows up on facts only, and each handler is a function', () => {
    for (const type of Object.keys(service.react)) expect(contractOf(type as EventType).kind).toBe('fact');
    for (const handler of [...Object.values(service.decide), ...Object.values(service.react)]) {
      expect(handler).toBeTypeOf('function');
    }
  });

  test('[SVC4] folds any event there is, in any state, and never edits it', () => {
    const everything = [...eventTypes, ...eventTypes.toReversed()];
    const state = everything.reduce((folded, type) => service.evolve(folded, event(type)), service.open());
    expect(state).toBeTypeOf('object');
  });

  test('[SVC4] folds the same events into the same state, and shares it with nobody', () => {
    const fold = () =>
      eventTypes.reduce((folded, type) => service.evolve(folded, deepFreeze(event(type))), service.open());
    expect(fold()).toEqual(fold());
    expect(service.open()).not.toBe(service.open());
  });
});

test('[SVC5] the README lists every rule, and no rule that is none', () => {
  const used = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/refuse\(\s*'([a-z-]+)'/g)].map(([, rule]) => rule),
  );
  const listed = [...(readme ?? '').matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, rule]) => rule);
  expect([...new Set(listed)].toSorted()).toEqual([...new Set(used)].toSorted());
});

test('[SVC5] every rule has a test in which it refuses', () => {
  const rules = new Set([...(readme ?? '').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, rule]) => rule ?? ''));
  const text = Object.values(tests).join('\n');
  expect([...rules].filter((rule) => !text.includes(`'${rule}'`))).toEqual([]);
});
