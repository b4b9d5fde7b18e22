import { describe, expect, test, vi } from 'vitest';
import { lessonScenarios } from './lessons/lessons';
import { askModel } from './model/askModel';
import { showModel } from './model/showModel';
import { playBoth } from './playBoth';
import { findRace } from './races/findRace';
import { readLink, writeLink } from './scenario/link';
import { noFaults, type Scenario } from './scenario/Scenario';
import { faultySchedule } from './scenario/faultySchedule';
import { playTelling } from './tell/playTelling';
import { hurts, noTrouble, type Counters } from './trace/Trace';

// Whole days are played: that takes as long as it takes on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const day = (seed: number, gapMs: number): Scenario => ({
  v: 1,
  seed,
  play: { kind: 'day', minutes: 3, gapMs },
  faults: noFaults,
  byHand: [],
  retries: 1,
});

describe('repeatable', () => {
  test('[LAB1] the same scenario gives the same log and the same notebooks, byte for byte', async () => {
    const [once, again] = [await playBoth(faultySchedule(3)), await playBoth(faultySchedule(3))];
    expect(again).toEqual(once);
    const other = await playBoth({ ...faultySchedule(3), seed: 4 });
    expect(other.shared.hash).not.toBe(once.shared.hash);
    expect(other.tell.hash).not.toBe(once.tell.hash);
  });

  test('[LAB1] what is kept for the screen changes nothing', async () => {
    const [kept, bare] = [await playBoth(faultySchedule(5)), await playBoth(faultySchedule(5), { keeps: false })];
    expect(bare.tell.counters).toEqual(kept.tell.counters);
    expect(bare.shared.hash).toBe(kept.shared.hash);
  });
});

test.each([1, 2, 3, 4, 5, 6])(
  '[LAB2] without faults and one after the other, both sides end in the same world (seed %i)',
  async (seed) => {
    const { tell, shared } = await playBoth(day(seed, 8_000));
    expect(tell.world).toBe(shared.world);
    expect(tell.counters).toEqual(noTrouble);
    expect(shared.counters).toEqual(noTrouble);
    expect(shared.broken).toEqual([]);
    expect(JSON.parse(tell.world)).toMatchObject({ posts: expect.arrayContaining(['MUG-1 new-product']) as unknown });
  },
);

describe('[LAB4] the numbers of the lessons', () => {
  const told: Record<keyof typeof lessonScenarios, Partial<Counters>> = {
    lost: { leakedCents: 1450 },
    race: { oversold: 1 },
    promotion: { untrue: 1 },
    bug: { lostWork: 1, disagreements: 1 },
    crash: { leakedCents: 1450 },
    twice: { disagreements: 1 },
  };
  test.each(Object.entries(told))('%s: told %o, shared nothing wrong', async (lesson, counters) => {
    const run = await playBoth(lessonScenarios[lesson as keyof typeof told]);
    expect(run.tell.counters).toEqual({ ...noTrouble, ...counters });
    expect(run.shared.counters).toEqual(noTrouble);
    expect(run.shared.broken).toEqual([]);
  });

  test('lost and twice cost the shared side one hand-in more; in the race the second order waits', async () => {
    for (const lesson of ['lost', 'twice'] as const)
      expect((await playBoth(lessonScenarios[lesson])).shared.costs.retries, lesson).toBe(1);
    const { shared } = await playBoth(lessonScenarios.race);
    expect(JSON.parse(shared.world)).toMatchObject({
      orders: [
        ['1001', 'confirmed', 0, 0],
        ['1002', 'backordered', 0, 0],
      ],
    });
  });

  test('the bug: a hundred lines of notebooks against a chain of nine causes at most', async () => {
    const { tell, shared } = await playBoth(lessonScenarios.bug);
    expect(tell.stepsToWhy).toBe(101);
    expect(shared.stepsToWhy).toBe(9);
    const lost = tell.frames.find((frame) => frame.kind === 'lost' && frame.about.includes('order:1002'));
    expect(lost?.says).toBe('inventory never confirmed: order 1002: 1 × MUG-1 sold');
  });
});

describe('a race is found', () => {
  const from: Scenario = { ...day(150, 400), play: { kind: 'day', minutes: 1, gapMs: 400 } };

  test('[LAB5] without any fault; what is left of it is small and still does harm', () => {
    const found = findRace(from)!;
    expect(found.inputsAfter).toBeLessThanOrEqual(5);
    expect(found.inputsBefore).toBeGreaterThan(40);
    expect(hurts(playTelling(found.scenario).counters)).toBe(true);
    const { play } = found.scenario;
    if (play.kind !== 'script') throw new Error('Expected what was found to be written out.');
    for (const left of play.inputs) {
      const fewer = { ...play, inputs: play.inputs.filter((input) => input !== left) };
      expect(hurts(playTelling({ ...found.scenario, play: fewer }).counters)).toBe(false);
    }
  });

  test('[LAB5] and none where customers come one by one', () => {
    expect(findRace({ ...day(1, 8_000), play: { kind: 'day', minutes: 2, gapMs: 8_000 } }, 20)).toBeNull();
  });
});

describe('links', () => {
  test.each(Object.entries(lessonScenarios))(
    '[LAB6] a link of %s is at most 500 characters and is read back as written',
    async (_, scenario) => {
      const link = await writeLink(scenario);
      expect(link.length).toBeLessThanOrEqual(500);
      expect(await readLink(link)).toEqual(scenario);
    },
  );

  test('[LAB6] a bad link explains itself', async () => {
    const link = await writeLink(lessonScenarios.race);
    const huge = await writeLink({ ...lessonScenarios.race, byHand: [] }).then(() => deflated('x'.repeat(3_000_000)));
    const wrong: [string, RegExp][] = [
      [link.slice(0, -12), /cut off or damaged/],
      ['not a link!', /characters that no such link has/],
      ['A'.repeat(9_000), /9000 characters/],
      [huge, /larger than 64000 bytes/],
      [await deflated('{"v":2}'), /does not hold a scenario: v/],
      [await deflated('null'), /does not hold a scenario/],
      [await deflated('{"__proto__":{"seed":1}}'), /does not hold a scenario/],
      [
        await deflated(JSON.stringify({ ...lessonScenarios.race, faults: { lossPercent: 500 } })),
        /faults\.lossPercent/,
      ],
    ];
    for (const [text, words] of wrong)
      await expect(readLink(text), text.slice(0, 40)).rejects.toMatchObject({
        name: 'InvalidInput',
        message: expect.stringMatching(words) as unknown,
      });
  });
});

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

test('[LAB7] with the filter off another customer is in the prompt, with it nobody is', async () => {
  const [everything, unfiltered, selected] = await showModel();
  expect(
    [everything, unfiltered, selected].map((one) => [one!.selection, one!.documents.length, one!.foreign]),
  ).toEqual([
    ['everything', 21, 5],
    ['unfiltered', 5, 1],
    ['selected', 5, 0],
  ]);
  expect(selected!.tokens).toBeLessThan(everything!.tokens / 2);
});

test.each([
  ['Ben', 5, 1],
  ['Chloe', 8, 2],
] as const)(
  '[LAB7] %s asks: with the filter nobody else is in the prompt, without it somebody is',
  async (who, n, foreign) => {
    const question = { who, letter: 'My order arrived broken, I would like a refund.', nResults: n };
    expect((await askModel({ ...question, filtered: true })).foreign).toBe(0);
    expect((await askModel({ ...question, filtered: false })).foreign).toBe(foreign);
  },
);
