import type { JsonSchema, Prompt } from '../Prompt';

/**
 * What a model may answer to this prompt, as one schema: a call of one of the tools, or the decision. A grammar made of it leaves a model
 * no other way; nobody relies on that, the answer is parsed all the same.
 */
export function answerSchema(prompt: Prompt): JsonSchema {
  const decision = withoutDialect(prompt.decision);
  if (prompt.tools.length === 0) return decision;
  const calls = prompt.tools.map((tool) => ({
    type: 'object',
    properties: { tool: { const: tool.name }, args: withoutDialect(tool.args) },
    required: ['tool', 'args'],
    additionalProperties: false,
  }));
  return { anyOf: [...calls, decision] };
}

/** A schema inside another names no dialect of its own. */
function withoutDialect(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
