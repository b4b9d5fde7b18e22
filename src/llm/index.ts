export type { Engine, EngineAnswer, EngineRequest, ToolCall } from './Engine';
export { engineContract, type EngineCheck } from './engineContract';
export { answersOf, scriptedEngine, sectionValue, type Script, type ScriptStep } from './engines/scripted';
export type { Exchange, JsonSchema, Prompt, PromptSection, ToolSpec } from './Prompt';
export { renderMessages, type ChatMessage } from './renderMessages';
