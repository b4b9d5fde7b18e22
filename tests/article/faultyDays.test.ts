import { describe, expect, test } from 'vitest';
import { faultyDay, type Faults } from '../campaign/faultyDay';

// `npm run campaign` plays hundreds of these; here is a sample. A failing seed is the name of its test.
const first = Number(process.env['CAMPAIGN_FIRST_SEED'] ?? 1);
const count = Number(process.env['CAMPAIGN_SEEDS'] ?? 4);
const seeds = Array.from({ length: count }, (_, n) => first + n);

const calm: Faults = { agentDies: 0, worldDies: 0, newsIsLost: 0, newsIsDoubled: 0 };
const wild: Faults = { agentDies: 0.04, worldDies: 0.004, newsIsLost: 0.3, newsIsDoubled: 0.2 };

const undisturbed = faultyDay(0, calm);

describe('a whole day on which threads die and news gets lost', () => {
  test('[DAY1] on a calm day everything holds, every proposal is answered and every mail dealt with', async () => {
    const day = await undisturbed;
    expect(day.broken).toEqual([]);
    expect(day).toMatchObject({ agentDeaths: 0, worldDeaths: 0 });
  });

  test.each(seeds)(
    '[DAY2] seed %i: everything holds, and the world comes out the same',
    { timeout: 60_000 },
    async (seed) => {
      const day = await faultyDay(seed, wild);
      expect(day.broken).toEqual([]);
      expect(day.world).toEqual((await undisturbed).world);
      expect(day.agentDeaths + day.worldDeaths).toBeGreaterThan(0);
    },
  );
});
