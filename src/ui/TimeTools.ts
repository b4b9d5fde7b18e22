import type { AgentName, EventId, EventType, WorldEvent } from '../contracts';
import type { Views } from '../projections';
import type { AgentStatus, InvariantLight } from './ShopStatus';

/** The world as it was after the event at `position`, in the form of what is live. */
export interface PastShop {
  readonly position: number;
  readonly hash: string;
  /** The world's time then, milliseconds since 1970; 0 before anything happened. */
  readonly at: number;
  readonly views: Views;
  readonly invariants: readonly InvariantLight[];
  /** As far as the log knows: who was paused, and who had a turn open that ended later. */
  readonly agents: readonly AgentStatus[];
  readonly tail: readonly WorldEvent[];
}

/** What a field can hold; undefined while its row is not there. */
export type FieldValue = string | number | boolean | null | undefined;

/** An event at which a number or state became another, and what stands behind it. */
export interface WhyStep {
  readonly event: WorldEvent;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly proposal: WorldEvent | null;
  /** Who let the proposal through, and which later facts would have made it stale. */
  readonly passed: {
    readonly owner: string;
    readonly refusal: EventType;
    readonly basis: number | null;
    readonly stale: readonly { readonly type: string; readonly tag: string }[];
  } | null;
  /** The agent's turn that the proposal came of. */
  readonly decided: WorldEvent | null;
  /** What it followed from, when it answers nothing. */
  readonly followed: WorldEvent | null;
}

/** Why a number or a state is what it is. */
export interface WhyReport {
  readonly value: FieldValue;
  readonly steps: readonly WhyStep[];
  /** Older steps that are not spelled out. */
  readonly earlier: number;
  /** Positions of all events that made it: folding only these gives the value. */
  readonly made: readonly number[];
}

/** The open world (a) and another (b), side by side. */
export interface WorldComparison {
  readonly a: { readonly name: string; readonly head: number };
  readonly b: { readonly name: string; readonly head: number };
  /** Up to here they are one. */
  readonly shared: number;
  readonly parting: { readonly a: WorldEvent | null; readonly b: WorldEvent | null } | null;
  readonly differences: readonly {
    readonly about: string;
    readonly key: string;
    readonly field: string;
    readonly a: string | number | null;
    readonly b: string | number | null;
  }[];
}

/** What came of letting the history happen again without a model. */
export interface ReplayReport {
  readonly exact: boolean;
  readonly events: number;
  /** Facts that were decided again by their services. */
  readonly decidedAgain: number;
  /** Decisions of agents that were read instead of asking an engine. */
  readonly decisionsRead: number;
  readonly hash: string;
  /** The first position at which it came to something else, and what differs there. */
  readonly divergence: {
    readonly position: number;
    readonly because: string;
    readonly recorded: WorldEvent;
    readonly replayed: WorldEvent | null;
    /** What the service had in hand. */
    readonly cause: WorldEvent | null;
    readonly differences: readonly { readonly path: string; readonly a: unknown; readonly b: unknown }[];
    /** How many seals were compared to find it, by bisecting. */
    readonly lookedAt: number;
  } | null;
}

/** How longer work is watched and stopped. `of` is null while nobody knows. */
interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number | null) => void;
}

/** What is otherwise in a fork. */
export interface Otherwise {
  /** A proposal with other content, and other texts for its fields that hold refs; the fork then begins just before it. */
  readonly change?: {
    readonly event: EventId;
    readonly data: Readonly<Record<string, unknown>>;
    readonly texts: Readonly<Record<string, string>>;
  } | null;
  /** An agent that is told other words in it (null: the app's own), or thinks with another engine. */
  readonly agent?: {
    readonly agent: AgentName;
    readonly told: { readonly system: string | null } | null;
    readonly thinksWith: { readonly engine: string; readonly model: string } | null;
  } | null;
  /** True when what came from outside afterwards is to come again, but for approvals. */
  readonly again?: boolean;
}

/** What a screen can ask of the shop's history. Looking changes nothing. */
export interface TimeTools {
  at(position: number): Promise<PastShop>;
  /** The seal of everything up to a position; null when no commit ends there. */
  sealAt(position: number): Promise<string | null>;
  /** Why a field of a row is what it is as of a position, such as `stock`, `MUG-1`, `available`. */
  why(of: string, key: string, field: string, upTo: number): Promise<WhyReport>;
  /** Holds another world against the open one. */
  compareWith(id: string): Promise<WorldComparison>;
  /** Lets the open world happen again from its first event: recorded decisions, no engine. Counts positions. */
  replay(watch: Watching): Promise<ReplayReport>;
  /** Makes a world that shares the open one's history up to a position; resolves with its id. */
  fork(name: string, position: number, otherwise?: Otherwise): Promise<string>;
  /** Removes a world that is not open, for good. */
  removeWorld(id: string): Promise<void>;
}
