export { chatRequest, type ChatRequest } from './chatRequest';
export type { Engine, EngineAnswer, EngineRequest, ToolCall } from './Engine';
export { engineContract, type EngineCheck } from './engineContract';
export { defaultEngine, engines, type EngineId, type EngineNeeds } from './engines/engines';
export { answersOf, scriptedEngine, sectionValue, type Script, type ScriptStep } from './engines/scripted';
export type { Exchange, JsonSchema, Prompt, PromptSection, ToolSpec } from './Prompt';
export { renderMessages, type ChatMessage } from './renderMessages';
