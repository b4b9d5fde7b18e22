import { agents, type AgentName, type EventId, type Ref, type WorldEvent } from '../contracts';
import type { Projection } from './Projection';

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
  /** What it is to reason with; null where nobody chose: by rules. */
  readonly engine: { readonly engine: string; readonly model: string } | null;
  readonly changedAt: number;
}

export type Turns = Map<AgentName, AgentRow>;

/** Folds the records about each agent. Every agent has a row from the start. */
export const turns: Projection<Turns> = {
  name: 'turns',
  version: 2,
  open: () => new Map(agents.map((agent) => [agent, unheardOf(agent)])),
  evolve(view, event) {
    switch (event.type) {
      case 'AgentDecided': {
        const { agent, summary, transcript } = event.data;
        const lastDecision = { id: event.id, summary, transcript, at: event.at };
        return change(view, event, agent, (row) => ({ decisions: row.decisions + 1, lastDecision }));
      }
      case 'AgentCrashed':
        return change(view, event, event.data.agent, (row) => ({ crashes: row.crashes + 1 }));
      case 'AgentFailed': {
        const { agent, trigger, because } = event.data;
        const failure = { id: event.id, trigger, because, at: event.at };
        return change(view, event, agent, (row) => ({ failures: [...row.failures, failure] }));
      }
      case 'AgentRetried':
        return change(view, event, event.data.agent, (row) => ({
          failures: row.failures.filter((failure) => failure.id !== event.data.failure),
        }));
      case 'AgentPaused':
        return change(view, event, event.data.agent, () => ({ paused: true }));
      case 'EngineChosen': {
        const { agent, engine, model } = event.data;
        return change(view, event, agent, () => ({ engine: { engine, model } }));
      }
      case 'AgentResumed':
        return change(view, event, event.data.agent, () => ({ paused: false }));
      default:
        return view;
    }
  },
};

function unheardOf(agent: AgentName): AgentRow {
  return {
    agent,
    paused: false,
    crashes: 0,
    decisions: 0,
    lastDecision: null,
    failures: [],
    engine: null,
    changedAt: 0,
  };
}

function change(view: Turns, event: WorldEvent, agent: AgentName, to: (row: AgentRow) => Partial<AgentRow>): Turns {
  const row = view.get(agent) ?? unheardOf(agent);
  return view.set(agent, { ...row, ...to(row), changedAt: event.position });
}
