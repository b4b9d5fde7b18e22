import { expect, inject, test } from 'vitest';
import { faultySchedule, playBoth } from '.';

test('[LAB1] a browser writes the same bytes as Node', { timeout: 120_000 }, async () => {
  const { tell, shared } = await playBoth(faultySchedule(3));
  expect({ tell: tell.hash, shared: shared.hash }).toEqual(inject('labHashesInNode'));
});
