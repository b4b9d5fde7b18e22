import { describe, expect, test } from 'vitest';
import { patientMs, seedsOf } from '../campaign/campaign';
import { calm, playThrough, seededDay, wild } from '../campaign/playThrough';

// `npm run campaign` plays hundreds of these; here is a sample. A failing seed is the name of its test.
const undisturbed = playThrough(0, calm, seededDay);

describe('a whole day on which threads die and news gets lost', () => {
  test('[DAY1] on a calm day everything holds, every proposal is answered and every mail dealt with', async () => {
    const day = await undisturbed;
    expect(day.broken).toEqual([]);
    expect(day).toMatchObject({ agentDeaths: 0, worldDeaths: 0 });
  });

  test.each(seedsOf(4))(
    '[DAY2] seed %i: everything holds, and the world comes out the same',
    { timeout: patientMs },
    async (seed) => {
      const day = await playThrough(seed, wild, seededDay);
      expect(day.broken).toEqual([]);
      expect(day.world).toEqual((await undisturbed).world);
      expect(day.agentDeaths + day.worldDeaths).toBeGreaterThan(0);
    },
  );
});
