import { seededRandom } from '../../../src/kernel';
import { Network, noFaults, playBoth, Scheduler } from '../../../src/lab';

/** Milliseconds for so many messages through the simulated network, under faults of every kind, each answered by the next. */
export function labMessages(count: number): number {
  const scheduler = new Scheduler();
  const faults = { ...noFaults, lossPercent: 5, delayMs: 200, doublePercent: 5, reorderPercent: 5 };
  const network = new Network(scheduler, seededRandom(1), faults, []);
  network.beginDay();
  let left = count;
  const send = (): void => {
    if (left-- > 0) network.send({ from: 'a', to: 'b', says: 'hello', arrive: send });
  };
  const started = performance.now();
  while (left > 0) {
    // What was lost is not answered: others take its place.
    for (let n = 0; n < 1000; n++) send();
    while (scheduler.step());
  }
  return performance.now() - started;
}

/** Milliseconds for both sides of a ten-minute day at top speed, kept as the screen needs it. */
export async function labDay(seed: number): Promise<number> {
  const play = { kind: 'day', minutes: 10, gapMs: 8_000 } as const;
  const started = performance.now();
  await playBoth({
    v: 1,
    seed,
    play,
    faults: { ...noFaults, lossPercent: 5, delayMs: 200, crashes: 2 },
    byHand: [],
    retries: 1,
  });
  return performance.now() - started;
}
