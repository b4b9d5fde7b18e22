/** Somebody who does the same as others. `lap` does some of it and returns the milliseconds that one piece took. */
export interface Contestant {
  readonly name: string;
  lap(): Promise<number>;
}

/**
 * Runs laps in turns (A B, B A, …), so that whatever else the machine does hits all alike. Returns each one's median lap; the first round
 * warms up and does not count.
 */
export async function race(contestants: readonly Contestant[], rounds: number): Promise<Record<string, number>> {
  const laps = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const { name, lap } of order) {
      const ms = await lap();
      if (round > 0) laps.get(name)?.push(ms);
    }
  }
  return Object.fromEntries([...laps].map(([name, all]) => [name, median(all)]));
}

/** The milliseconds of one of `count` pieces of work. */
export async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / count;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
