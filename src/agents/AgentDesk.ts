import type { AgentName, EventId, ProposalType, Ref, WorldEvent } from '../contracts';

/** What a turn starts from. All that its tools answer is as of `basis`. */
export interface TurnStart {
  /** Names this turn in the calls that follow. */
  readonly turn: string;
  readonly basis: number;
  /** 1 for the first try on this trigger, 2 after a crash … */
  readonly attempt: number;
  /** Who the shopkeeper has it told to be, as of the basis; version 0 and null when nobody changed the app's own words. */
  readonly prompt: { readonly version: number; readonly system: string | null };
  /** True when the world gave the trigger up (its third crash): go on to the next event. */
  readonly parked: boolean;
}

/** A proposal as an agent hands it in. `texts` are stored on the side; each field of `data` so named becomes the ref. */
export interface ProposalDraft {
  readonly type: ProposalType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
}

/** The end of a turn: what is recorded in one transaction, checkpoint included. */
export interface TurnEnd {
  readonly turn: string;
  readonly engine: string;
  readonly model: string;
  readonly seed: number;
  readonly documents: readonly string[];
  /** The whole transcript as JSON text: prompt, context, tool calls, raw answers, timings. */
  readonly transcript: string;
  readonly summary: string;
  /** The engine that was asked first, and why another took the turn. */
  readonly insteadOf?: { readonly engine: string; readonly model: string; readonly because: string };
  readonly proposals: readonly ProposalDraft[];
}

/** The answer to one tool call. `result` is JSON. */
export interface ToolAnswer {
  readonly result: unknown;
}

/**
 * An agent's only way to the world: its MessagePort, seen from the agent. The port is the identity: no call says who is calling, and
 * there is no call that publishes a fact.
 */
export interface AgentDesk {
  /** The agent's checkpoint: the last position it has dealt with. */
  checkpoint(): Promise<number>;
  /** Committed events after a position, whole commits, in order; empty when there are none yet. */
  events(after: number, limit: number): Promise<readonly WorldEvent[]>;
  /** Starts a turn on this trigger. Waits while the agent is paused. */
  begin(trigger: EventId): Promise<TurnStart>;
  /**
   * Asks a read-only tool. What the trigger's customer may not see is answered as if it did not exist.
   * @throws ConditionFailed when what it reads has moved since the basis: begin the turn again.
   */
  ask(turn: string, tool: string, args: unknown): Promise<ToolAnswer>;
  /** The text behind a ref, if it belongs to the trigger's customer; null when it was erased or is somebody else's. */
  reveal(turn: string, ref: Ref): Promise<string | null>;
  /** Records decision, proposals and checkpoint together, or not at all. Their ids derive from the trigger, so a turn that is taken again
   * after a crash is recorded once.
   * @throws ConditionFailed when the turn is over, NotYours when a proposal is not this agent's to make. */
  settle(end: TurnEnd): Promise<void>;
  /** Gives the trigger up: recorded as AgentFailed, visible and retryable. */
  fail(turn: string, rule: 'bad-output' | 'threw', because: string, transcript: string | null): Promise<void>;
  /** Moves the checkpoint past events that asked for nothing. */
  skip(upTo: number): Promise<void>;
  /** Called at each step of a turn, so that the screen can show it and a crash can be staged exactly there. */
  at(step: TurnStep): Promise<void>;
}

/** The steps of a turn, in order. A thread can be terminated at any of them. */
export const turnSteps = ['observed', 'begun', 'learned', 'retrieved', 'asked', 'decided', 'settled'] as const;
export type TurnStep = (typeof turnSteps)[number];

/** Who sits at which desk is decided by whoever hands out the ports. */
export type DeskOf = (agent: AgentName) => AgentDesk;
