import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captureState } from './captureState';
import { decodeState } from './decodeState';
import { encodeState, type KnownChunks } from './encodeState';

async function stored(state: unknown, known: KnownChunks = new Map()) {
  const texts = new Map<string, string>();
  const encoded = await encodeState(captureState(state), known, (digest, text) =>
    Promise.resolve(void texts.set(digest, text)),
  );
  return { ...encoded, texts };
}

async function readBack(state: unknown): Promise<unknown> {
  const { outline, chunks, texts } = await stored(state);
  const read = await decodeState({ outline, chunks }, (digests) =>
    Promise.resolve(digests.map((one) => texts.get(one) ?? null)),
  );
  return read.state;
}

// Minus zero is the one number that JSON makes another of; no event holds it.
const number = fc.double({ noNaN: true }).filter((value) => !Object.is(value, -0));
const leaf = fc.oneof(fc.string(), fc.integer(), number, fc.boolean(), fc.constant(null));
const { state } = fc.letrec((tie) => ({
  state: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('state'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', '$', 'of', '__proto__x', 'waiting'), tie('state')),
    fc.array(fc.tuple(fc.string(), tie('state')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.uniqueArray(fc.string(), { maxLength: 4 }).map((values) => new Set(values)),
  ),
}));

describe('a stored state', () => {
  test('[SNAP1] is read back as it was, whatever it is made of', async () => {
    await fc.assert(
      fc.asyncProperty(state, fc.boolean(), async (value, large) => {
        // Large collections go into chunks, and what is in them can be anything, too.
        const held = large
          ? {
              of: new Map(Array.from({ length: 700 }, (_, n) => [`k${n}`, n % 50 === 0 ? value : n])),
              set: new Set(Array.from({ length: 1500 }, (_, n) => n)),
            }
          : value;
        expect(await readBack(held)).toEqual(held);
      }),
      { numRuns: 100 },
    );
  });

  test('[SNAP1] keeps the order in which keys came in', async () => {
    const map = new Map(Array.from({ length: 300 }, (_, n) => [`k${(n * 7) % 300}`, n]));
    expect([...((await readBack(map)) as typeof map).keys()]).toEqual([...map.keys()]);
  });

  test('[SNAP1] is what it was when it was taken, whatever happens while it is being stored', async () => {
    const live = new Map(Array.from({ length: 2000 }, (_, n) => [`k${n}`, { n }]));
    const was = structuredClone(live);
    const texts = new Map<string, string>();
    const { outline, chunks } = await encodeState(
      captureState(live),
      new Map(),
      async (digest, text) => void texts.set(digest, text),
      async () => void live.set('k0', { n: -1 }).set(`new${live.size}`, { n: 1 }).delete('k1999'),
    );
    const read = await decodeState({ outline, chunks }, async (digests) =>
      digests.map((one) => texts.get(one) ?? null),
    );
    expect(read.state).toEqual(was);
  });

  test('[SNAP7] equal states have equal bytes, and what differs by one entry differs', async () => {
    const map = () => new Map(Array.from({ length: 600 }, (_, n) => [`k${n}`, { a: n, b: 1 }]));
    const [one, other, third] = [map(), map(), map().set('k300', { a: 300, b: 2 })];
    other.set('k5', { b: 1, a: 5 });
    expect((await stored(one)).outline).toBe((await stored(other)).outline);
    expect((await stored(one)).outline).not.toBe((await stored(third)).outline);
  });
});
