import type { agentDefinitions } from '../../src/agents';
import type { Prompt } from '../../src/llm';

/** A prompt of an agent as a model gets it, about next to nothing. */
export function agentPrompt(agent: (typeof agentDefinitions)[keyof typeof agentDefinitions]): Prompt {
  const { name: task, system, toolSpecs: tools, decisionSchema: decision } = agent;
  const sections = [{ key: 'case', title: 'The case', text: 'A mug is broken.', value: null }];
  return { task, system, sections, tools, decision, exchanges: [] };
}
