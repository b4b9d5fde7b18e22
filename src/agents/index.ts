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
export { openLearning, type Learning } from './openLearning';
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
export { rerun, type RecordedTurn, type Rerun } from './rerun';
export type { SentPrompt, Transcript } from './Transcript';
export { startAgent, type AgentOptions, type ChosenEngine } from './startAgent';
export type { Wake } from './Wake';
