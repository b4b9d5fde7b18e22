import type { LoadProgress } from '../../llm';
import type { ModelWork } from '../../ui';

/** Bytes a second are counted over this long: shorter jumps, longer lags. */
const windowMs = 4000;

/** Makes of each progress what a person wants to know of it: how fast, and how long still. */
export function progressRate(now: () => number): (progress: LoadProgress) => ModelWork {
  let phase: LoadProgress['phase'] | null = null;
  let seen: { readonly at: number; readonly done: number }[] = [];
  return (progress) => {
    if (progress.phase !== phase) seen = [];
    phase = progress.phase;
    const at = now();
    seen = [...seen.filter((one) => at - one.at <= windowMs), { at, done: progress.done }];
    const first = seen[0] ?? { at, done: progress.done };
    const rate = at > first.at ? ((progress.done - first.done) * 1000) / (at - first.at) : null;
    const left = rate && progress.of !== null ? (progress.of - progress.done) / rate : null;
    return { ...progress, rate, secondsLeft: left };
  };
}
