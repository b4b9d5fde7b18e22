import { agentDefinitions } from '../../agents';
import type { AgentName } from '../../contracts';
import { tokensOf } from '../../knowledge';
import { chatRequest, type ChatRequest } from '../../llm';

/** The parts of an agent's prompt that are the same in every turn, and about how many tokens each takes. */
export interface PromptPlan extends Omit<ChatRequest, 'messages'> {
  /** The words that come with the app. */
  readonly own: string;
  readonly tokens: { readonly system: number; readonly tools: number; readonly schema: number };
}

/** What stands in an agent's prompt whatever the turn is about, with these words or the app's own as who it is. */
export function promptPlan(agent: AgentName, system: string | null): PromptPlan {
  const { system: own, toolSpecs, decisionSchema } = agentDefinitions[agent];
  const parts = { task: agent, system: system ?? own, sections: [], exchanges: [] };
  const { tools, response_format } = chatRequest({ ...parts, tools: toolSpecs, decision: decisionSchema });
  return {
    own,
    tools,
    response_format,
    tokens: {
      system: tokensOf(system ?? own),
      tools: toolSpecs.reduce((sum, tool) => sum + tokensOf(JSON.stringify(tool)), 0),
      schema: tokensOf(JSON.stringify(decisionSchema)),
    },
  };
}
