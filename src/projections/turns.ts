import type { AgentName, EventId, Ref } from '../contracts';

/** What the log knows of an agent. Whether its thread is alive the log cannot know. */
export interface AgentRow {
  readonly agent: AgentName;
  readonly paused: boolean;
  readonly crashes: number;
  readonly decisions: number;
  readonly lastDecision: {
    readonly id: EventId;
    readonly summary: string;
    readonly transcript: Ref;
    readonly at: number;
  } | null;
  /** Parked triggers, to be tried again by hand. */
  readonly failures: readonly {
    readonly id: EventId;
    readonly trigger: EventId;
    readonly because: string;
    readonly at: number;
  }[];
  readonly changedAt: number;
}

export type Turns = Map<AgentName, AgentRow>;
