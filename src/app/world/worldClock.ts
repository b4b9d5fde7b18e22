import type { Clock } from '../../kernel';

/**
 * The world's clock: it begins where history left off, runs at some speed while the day is playing, stands still while it is held, and
 * never goes back.
 */
export interface WorldClock extends Clock {
  /** Virtual seconds per real second; 0 holds it. */
  run(speed: number): void;
  /** Jumps ahead to a moment; earlier ones are ignored. */
  advanceTo(nowMs: number): void;
}

/** Starts a held clock at `startMs`, driven by a real one. */
export function worldClock(startMs: number, real: Clock): WorldClock {
  let base = startMs;
  let since = real.now();
  let speed = 0;
  const now = () => Math.round(base + (real.now() - since) * speed);
  const rebase = (at: number) => {
    base = Math.max(base, at);
    since = real.now();
  };
  return {
    now,
    run(next) {
      rebase(now());
      speed = next;
    },
    advanceTo(at) {
      rebase(Math.max(now(), at));
    },
  };
}
