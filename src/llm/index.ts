export { chatRequest, type ChatRequest } from './chatRequest';
export type { Engine, EngineAnswer, EngineRequest, EngineWatch, ToolCall } from './Engine';
export { engineContract, type EngineCheck } from './engineContract';
export { defaultEngine, engines, type EngineId, type EngineNeeds } from './engines/engines';
export { answersOf, scriptedEngine, sectionValue, type Script, type ScriptStep } from './engines/scripted';
export { answerSchema } from './model/answerSchema';
export { grammarSchema } from './model/grammarSchema';
export { modelEngine } from './model/modelEngine';
export { isLost, modelError, type ModelErrorCode } from './model/modelErrors';
export type {
  LoadedModel,
  LoadPhase,
  LoadProgress,
  ModelAnswer,
  ModelPort,
  ModelProbe,
  ModelRequest,
  ModelWatch,
} from './model/ModelPort';
export { modelContract } from './modelContract';
export type { Exchange, JsonSchema, Prompt, PromptSection, ToolSpec } from './Prompt';
export { renderMessages, type ChatMessage } from './renderMessages';
export type { InLine } from './supervise/lineUp';
export { superviseEngine, type RunningEngine, type Supervisor } from './supervise/superviseEngine';
export { usualPatience, type Patience } from './supervise/watchTokens';
