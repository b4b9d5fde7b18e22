/** Milliseconds since 1970. Time enters the house only through one of these. */
export interface Clock {
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until somebody sets it: for tests and for the scenario's virtual day. */
export function fixedClock(startMs: number): Clock & { set(nowMs: number): void } {
  let current = startMs;
  return {
    now: () => current,
    set: (nowMs) => {
      current = nowMs;
    },
  };
}
