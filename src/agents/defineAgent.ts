import { z } from 'zod';
import { type AgentName, type EventType, type ProposalType, type Ref, type WorldEvent } from '../contracts';
import type { KnowledgeDocument, Query } from '../knowledge';
import type { JsonSchema, PromptSection, ToolSpec } from '../llm';
import type { ProposalDraft } from './AgentDesk';
import { allTunedTo } from './listening';

/** A read-only question an agent may put to the world, at most six in a turn. */
export interface AgentTool {
  readonly description: string;
  readonly args: z.ZodType;
}

/** What an agent looks at in a turn. Everything is as of the trigger, except what its tools will answer. */
export interface Turn<Memory> {
  readonly trigger: WorldEvent;
  readonly memory: Memory;
  /** Texts from the side store it asked to read; null when erased or somebody else's. */
  readonly texts: ReadonlyMap<Ref, string | null>;
}

/** What a turn shows the engine: fixed sections, and questions to the agent's own knowledge that fill the rest of the budget. */
export interface Consideration {
  readonly system: string;
  readonly budgetTokens: number;
  readonly sections: readonly PromptSection[];
  readonly queries: readonly (Query & { readonly key: string; readonly title: string })[];
}

/** What a turn comes to: proposals, or none, and a sentence for the log. */
export interface Outcome {
  readonly proposals: readonly ProposalDraft[];
  readonly summary: string;
}

/** An agent as data. All functions are pure: the same log and the same engine give the same turns. */
export interface AgentSpec<Memory, Decision> {
  readonly name: AgentName;
  /** Who it is told to be, in every turn. */
  readonly system: string;
  /** What it listens to, besides the answers to its own proposals. */
  readonly tunedTo: readonly EventType[];
  /** All it may ever propose. */
  readonly proposes: readonly ProposalType[];
  /** True when its questions are in people's words, so that what was meant is to be found, too: it is then handed word vectors. */
  readonly searchesByMeaning: boolean;
  /** Documents it has from the start. */
  readonly shelf: readonly KnowledgeDocument[];
  readonly tools: Readonly<Record<string, AgentTool>>;
  readonly decision: z.ZodType<Decision>;
  /** A fresh memory. */
  open(): Memory;
  /** Folds an event it is tuned in to, or one of its own. May write into the memory and return it. */
  remember(memory: Memory, event: WorldEvent): Memory;
  /** The documents this event makes or changes; `memory` already holds the event. */
  learn(event: WorldEvent, memory: Memory): readonly KnowledgeDocument[];
  /** True when this event asks for a turn; `memory` already holds the event. */
  wakesOn(event: WorldEvent, memory: Memory): boolean;
  /** The texts from the side store that a turn on this trigger needs. */
  reads(trigger: WorldEvent, memory: Memory): readonly Ref[];
  consider(turn: Turn<Memory>): Consideration;
  /** Turns a parsed decision into proposals. Rules that no engine may break stand here, not in a prompt. */
  conclude(decision: Decision, turn: Turn<Memory>): Outcome;
}

/** An agent ready to start. `tunedTo` now holds the answers to its own proposals too. */
export interface AgentDefinition<Memory, Decision> extends AgentSpec<Memory, Decision> {
  readonly toolSpecs: readonly ToolSpec[];
  readonly decisionSchema: JsonSchema;
}

/** Any agent, whatever it remembers and decides. */
export type AnyAgent = AgentDefinition<unknown, unknown>;

/** Completes an agent's definition: tunes it in to the answers to its own proposals and writes its schemas as JSON Schema. */
export function defineAgent<Memory, Decision>(spec: AgentSpec<Memory, Decision>): AgentDefinition<Memory, Decision> {
  return {
    ...spec,
    tunedTo: allTunedTo(spec),
    toolSpecs: Object.entries(spec.tools).map(([name, { description, args }]) => ({
      name,
      description,
      args: z.toJSONSchema(args),
    })),
    decisionSchema: z.toJSONSchema(spec.decision),
  };
}
