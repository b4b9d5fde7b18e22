import type { JsonSchema, Prompt } from './Prompt';
import { renderMessages, type ChatMessage } from './renderMessages';

/** A prompt in the names that OpenAI-style interfaces have for its parts. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly {
    readonly type: 'function';
    readonly function: { readonly name: string; readonly description: string; readonly parameters: JsonSchema };
  }[];
  readonly response_format: {
    readonly type: 'json_schema';
    readonly json_schema: { readonly name: string; readonly strict: true; readonly schema: JsonSchema };
  };
}

/**
 * The same prompt once more for whoever has another model at hand: messages as they are sent here, tools and the decision's schema as the
 * OpenAI style names them.
 */
export function chatRequest(prompt: Prompt): ChatRequest {
  return {
    messages: renderMessages(prompt),
    tools: prompt.tools.map(({ name, description, args }) => ({
      type: 'function',
      function: { name, description, parameters: args },
    })),
    response_format: {
      type: 'json_schema',
      json_schema: { name: `${prompt.task}_decision`, strict: true, schema: prompt.decision },
    },
  };
}
