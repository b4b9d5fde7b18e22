import { describe, expect, test } from 'vitest';
import { modelContract } from '../../modelContract';
import { builtinPort } from '.';
import type { BrowserAvailability, BrowserModel, BrowserSession } from './BrowserModel';

const never = new AbortController().signal;
const contextWindow = 2000;

/** The Prompt API as its documents have it: this is a pretended browser, no real one was asked. */
function pretended(availability: BrowserAvailability = 'available') {
  const seen = { open: 0, begun: [] as string[] };
  const browser: BrowserModel = {
    availability: async () => availability,
    async create({ initialPrompts = [], signal }) {
      signal?.throwIfAborted();
      seen.open += 1;
      return session(initialPrompts.reduce((sum, { content }) => sum + content.length, 0));
    },
  };
  const session = (used: number): BrowserSession => ({
    contextWindow,
    measureContextUsage: async (text) => text.length,
    destroy: () => void (seen.open -= 1),
    promptStreaming(text, { responseConstraint, signal }) {
      seen.begun.push(text);
      const answer = responseConstraint ? JSON.stringify(smallest(responseConstraint)) : 'word '.repeat(4000);
      const pieces = answer.match(/.{1,5}/g) ?? [];
      return {
        getReader: () => ({
          async read() {
            await Promise.resolve();
            if (signal.aborted) throw new DOMException('stopped', 'AbortError');
            if (used + text.length > contextWindow) throw new DOMException('too long', 'QuotaExceededError');
            const value = pieces.shift();
            return value === undefined ? { done: true } : { done: false, value };
          },
        }),
      };
    },
  });
  return { browser, seen };
}

/** The least value of a schema, as far as the contract's needs go. */
function smallest(schema: unknown): unknown {
  const { type, properties, const: one, enum: some, anyOf } = schema as Record<string, never>;
  if (one !== undefined) return one;
  if (some) return (some as unknown[])[0];
  if (anyOf) return smallest((anyOf as unknown[])[0]);
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties ?? {}).map(([key, part]) => [key, smallest(part)]));
  const least: Readonly<Record<string, unknown>> = { string: 'A1', integer: 1, boolean: true, array: [] };
  return least[String(type)];
}

const load = (browser: BrowserModel) => builtinPort(browser).load(null, { signal: never, onProgress: () => undefined });

describe("the browser's own model, pretended", () => {
  const { browser } = pretended();
  for (const { name, check } of modelContract(() => load(browser))) test(name, check);
});

test.each(['unavailable', 'downloadable', 'downloading'] as const)(
  '[BLT1] %s: it says why, and fetches nothing',
  async (why) => {
    const { browser, seen } = pretended(why);
    expect(await builtinPort(browser).probe()).toMatchObject({ available: false });
    await expect(load(browser)).rejects.toMatchObject({ name: 'ModelUnavailable' });
    expect(seen.open).toBe(0);
  },
);

test('[BLT1] a browser without one says so', async () => {
  const port = builtinPort(undefined);
  expect(await port.probe()).toEqual({ available: false, because: 'This browser has no model of its own.' });
});

test('[BLT2] each question is a session of its own, which is closed however it ends', async () => {
  const { browser, seen } = pretended();
  const model = await load(browser);
  const question = {
    messages: [{ role: 'user', content: 'Hello' }],
    schema: null,
    maxTokens: 5,
    seed: 1,
    temperature: 0,
    stop: [],
  } as const;
  expect((await model.generate(question, { signal: never })).ended).toBe('length');
  const stop = new AbortController();
  const cut = model.generate(question, { signal: stop.signal, onDelta: () => stop.abort() });
  await expect(cut).rejects.toMatchObject({ name: 'Cancelled' });
  expect(seen).toEqual({ open: 1, begun: ['Hello', 'Hello'] });
  await model.unload();
  expect(seen.open).toBe(0);
});
