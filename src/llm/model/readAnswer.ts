import { z } from 'zod';
import { caps, readJson } from '../../kernel';
import type { EngineAnswer } from '../Engine';
import type { Prompt } from '../Prompt';
import type { ModelAnswer } from './ModelPort';

const call = z.strictObject({ tool: z.string().max(80), args: z.unknown() });

/** What a model wrote, as an engine's answer: a call when it is one, else a text that should be the decision. */
export function readAnswer(prompt: Prompt, { text, usage }: ModelAnswer): EngineAnswer {
  const read = readJson(text, caps.modelOutput);
  const called = 'value' in read ? call.safeParse(read.value).data : undefined;
  return called && prompt.tools.length > 0
    ? { text: '', toolCalls: [{ tool: called.tool, args: called.args }], usage }
    : { text, toolCalls: [], usage };
}
