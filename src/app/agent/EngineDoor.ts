import type { EngineAnswer, EngineRequest } from '../../llm';

/** What an agent's thread can ask the page for: a model's answer. */
export interface EngineDoor {
  /** `call` names the question, for `cancel`. */
  ask(call: string, model: string, request: EngineRequest): Promise<EngineAnswer>;
  cancel(call: string): void;
}
