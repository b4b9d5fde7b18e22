export {
  turnSteps,
  type AgentDesk,
  type DeskOf,
  type ProposalDraft,
  type ToolAnswer,
  type TurnEnd,
  type TurnStart,
  type TurnStep,
} from './AgentDesk';
export { agentDefinitions, agentScripts } from './agents';
export { openBriefing, type Briefing } from './briefing';
export {
  defineAgent,
  type AgentDefinition,
  type AgentSpec,
  type AgentTool,
  type AnyAgent,
  type Consideration,
  type Outcome,
  type Turn,
} from './defineAgent';
export { allTunedTo, listening } from './listening';
export { loadIntentModel } from './support/reading/IntentModel';
export { readByRules } from './support/reading/readByRules';
export { startAgent, type AgentOptions, type ChosenEngine } from './startAgent';
export type { Transcript } from './Transcript';
export type { Wake } from './Wake';
