import { size } from '../shared/format';
import type { ModelWork } from './ModelTools';

/** What a model is busy with, in words. */
export const phaseWords: Readonly<Record<ModelWork['phase'], string>> = {
  verify: 'being checked',
  download: 'coming in',
  compile: 'being loaded',
  'self-test': 'trying itself',
};

/** How far it is, how fast, and how long still: as far as anybody knows. */
export function progressWords({ phase, done, of, rate, secondsLeft }: ModelWork): string {
  if (phase === 'compile' || phase === 'self-test') return '…';
  const far = of === null ? size(done) : `${size(done)} of ${size(of)}`;
  const fast = rate ? `, ${size(rate)}/s` : '';
  return `${far}${fast}${secondsLeft === null ? '' : `, ${timeLeft(secondsLeft)} left`}`;
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
