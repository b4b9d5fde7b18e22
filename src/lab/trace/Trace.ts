/** A message as it went: when it was sent, when it arrived (not at all, once, or more often), and whether it was lost. */
export interface MessageTrace {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly sentMs: number;
  readonly arrivalsMs: number[];
  lost: boolean;
}

/** What the telling went wrong by, as far as it has come. All are counts, but `leakedCents`. */
export interface Counters {
  /** Units promised to customers that nobody had. */
  readonly oversold: number;
  /** Facts on which two agents' copies disagree now; on the shared side, facts that somebody has not read yet. */
  readonly disagreements: number;
  /** What customers asked for and nobody is at any more. */
  readonly lostWork: number;
  /** Money that went out and should not have. */
  readonly leakedCents: number;
  /** Posts, promotions and answers that offered what was not there. */
  readonly untrue: number;
}

/** What the kind of a line says of it: the same shapes as in the log. */
export type FrameKind = 'outside' | 'fact' | 'proposal' | 'refusal' | 'record' | 'told' | 'trouble' | 'crash' | 'lost';

/** One thing that happened on one side, and where the counters stood after it. */
export interface Frame {
  readonly atMs: number;
  readonly who: string;
  readonly kind: FrameKind;
  readonly says: string;
  readonly counters: Counters;
  /** In the log of the shared side: this event, and the one it names as its cause. The telling side has neither. */
  readonly id: string | null;
  readonly cause: string | null;
  /** The subjects it is about: `order:…`, `sku:…`. */
  readonly about: readonly string[];
}

/** An agent that was down, from and until. */
export interface Downtime {
  readonly agent: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What one side did from beginning to end. */
export interface SideTrace {
  readonly frames: readonly Frame[];
  readonly messages: readonly MessageTrace[];
  readonly downtimes: readonly Downtime[];
  readonly counters: Counters;
  /** On how many facts somebody was not up to date, from each moment at which that changed. */
  readonly apart: readonly (readonly [atMs: number, facts: number])[];
  /** How many steps it takes to say why: lines of notebooks to read, or causes to follow. */
  readonly stepsToWhy: number;
  readonly costs: Costs;
  /** What the two sides must agree on when nothing went wrong; canonical JSON. */
  readonly world: string;
  /** The hash that stands for every byte of what this side wrote down. */
  readonly hash: string;
  /** What must always hold and does not, in words. */
  readonly broken: readonly string[];
  readonly endMs: number;
}

/** What it cost: messages, those sent again, proposals refused, and how long an answer took on average. */
export interface Costs {
  readonly messages: number;
  readonly retries: number;
  readonly refusals: number;
  readonly meanWaitMs: number;
}

/** Both sides of one scenario. */
export interface LabRun {
  readonly tell: SideTrace;
  readonly shared: SideTrace;
}

/** Nothing went wrong yet. */
export const noTrouble: Counters = { oversold: 0, disagreements: 0, lostWork: 0, leakedCents: 0, untrue: 0 };

/** True when a customer or the till is worse off for it. */
export const hurts = ({ oversold, lostWork, leakedCents, untrue }: Counters): boolean =>
  oversold + lostWork + leakedCents + untrue > 0;

/** True when the end of a day is wrong: also when all is quiet and two agents still believe different things. */
export const isBroken = (counters: Counters): boolean => hurts(counters) || counters.disagreements > 0;
