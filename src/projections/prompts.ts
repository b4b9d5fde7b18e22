import { agents, type AgentName, type EventId } from '../contracts';
import type { Projection } from './Projection';

/** Words that an agent was told from an event on. */
export interface PromptVersion {
  readonly version: number;
  /** Null for the app's own words. */
  readonly system: string | null;
  readonly at: number;
  /** The PromptChanged that says so. */
  readonly id: EventId;
}

/** What an agent is told, and every version of it, oldest first. The app's own words are version 0, which no event says. */
export interface PromptRow {
  readonly agent: AgentName;
  readonly version: number;
  readonly system: string | null;
  readonly versions: readonly PromptVersion[];
  readonly changedAt: number;
}

export type PromptsView = Map<AgentName, PromptRow>;

/** Folds what the shopkeeper has each agent told. Every agent has a row from the start. */
export const prompts: Projection<PromptsView> = {
  name: 'prompts',
  version: 1,
  open: () => new Map(agents.map((agent) => [agent, untouched(agent)])),
  evolve(view, event) {
    if (event.type !== 'PromptChanged') return view;
    const { agent, version, system } = event.data;
    const { versions } = view.get(agent) ?? untouched(agent);
    const next = { version, system, at: event.at, id: event.id };
    return view.set(agent, { agent, version, system, versions: [...versions, next], changedAt: event.position });
  },
};

function untouched(agent: AgentName): PromptRow {
  return { agent, version: 0, system: null, versions: [], changedAt: 0 };
}
