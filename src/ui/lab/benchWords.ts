import type { Counters, Faults, SideTrace } from '../../lab';
import { euros } from '../../kernel';
import { number } from '../shared/format';

/** The two sides by their names. */
export const sideWords = { tell: 'Tell and hope', shared: 'Shared world state' } as const;
/** The same where there is little room. */
export const shortSideWords = { tell: 'Told', shared: 'Shared' } as const;
export type SideName = keyof typeof sideWords;
export const sideNames = ['tell', 'shared'] as const satisfies readonly SideName[];

interface CounterWords {
  readonly key: keyof Counters;
  readonly says: string;
  readonly means: string;
  show(value: number): string;
}

/** What is counted on both sides, in words. */
export const counterWords: readonly CounterWords[] = [
  { key: 'oversold', says: 'Oversold', means: 'units promised that nobody had', show: number },
  {
    key: 'leakedCents',
    says: 'Money leaked',
    means: 'paid back twice, or goods given away',
    show: (cents) => euros(cents),
  },
  { key: 'lostWork', says: 'Lost work', means: 'orders and mails that nobody is at any more', show: number },
  { key: 'untrue', says: 'Untrue offers', means: 'posts and answers about what was not there', show: number },
  {
    key: 'disagreements',
    says: 'Disagree now',
    means: 'facts on which two copies differ; right: facts not read yet',
    show: number,
  },
];

interface CostWords {
  readonly key: string;
  readonly says: string;
  readonly means: string;
  of(side: SideTrace): string;
  /** The same up to a moment; what is only known at the end has none. */
  now?(side: SideTrace, nowMs: number): string;
}

/** What it cost: as it grows where that can be counted, all of it at the end. */
export const costWords: readonly CostWords[] = [
  {
    key: 'steps',
    says: 'Steps to a why',
    means: 'left: notebook lines to read; right: the longest chain of causes',
    of: (side) => number(side.stepsToWhy),
  },
  {
    key: 'messages',
    says: 'Messages',
    means: 'sent in all, confirmations and news included',
    of: (side) => number(side.costs.messages),
    now: (side, nowMs) => number(side.messages.filter(({ sentMs }) => sentMs <= nowMs).length),
  },
  { key: 'retries', says: 'Sent again', means: 'because nobody confirmed', of: (side) => number(side.costs.retries) },
  {
    key: 'refusals',
    says: 'Refused',
    means: 'proposals that a service turned down; nobody decides on the left',
    of: (side) => number(side.costs.refusals),
    now: (side, nowMs) => number(side.frames.filter(({ kind, atMs }) => kind === 'refusal' && atMs <= nowMs).length),
  },
  {
    key: 'wait',
    says: 'Wait for an answer',
    means: 'from proposal to answer, on average; on the left nobody waits',
    of: (side) => `${number(side.costs.meanWaitMs)} ms`,
  },
];

/** The faults that have a slider: bounds and step, in words. */
export const faultWords: readonly {
  readonly key: Exclude<keyof Faults, 'slowAgent'>;
  readonly says: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}[] = [
  { key: 'lossPercent', says: 'Lost', unit: '%', min: 0, max: 90, step: 1 },
  { key: 'delayMs', says: 'Delay, up to', unit: 'ms', min: 0, max: 10_000, step: 50 },
  { key: 'doublePercent', says: 'Doubled', unit: '%', min: 0, max: 90, step: 1 },
  { key: 'reorderPercent', says: 'Overtaken', unit: '%', min: 0, max: 90, step: 1 },
  { key: 'crashes', says: 'Crashes', unit: '', min: 0, max: 20, step: 1 },
  { key: 'slowTimes', says: 'Slow agent', unit: '× slower', min: 1, max: 50, step: 1 },
  { key: 'skewMs', says: 'Marketing’s clock', unit: 'ms ahead', min: -600_000, max: 600_000, step: 500 },
];

/** Virtual milliseconds of a run as a moment of its day: 0:04.075. */
export function moment(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
}
