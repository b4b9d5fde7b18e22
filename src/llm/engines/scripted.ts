import { AppError } from '../../kernel';
import type { Engine, ToolCall } from '../Engine';
import type { Exchange, Prompt } from '../Prompt';

/** What a script says next: ask these tools, or end with this decision. */
export type ScriptStep = { readonly ask: readonly ToolCall[] } | { readonly decide: unknown };

/**
 * The rules of one agent: a pure function of the prompt that a model would get, called again after each tool answer.
 * It may wait for data of its own, such as weights, but for nothing that differs from one time to the next.
 */
export type Script = (prompt: Prompt) => ScriptStep | Promise<ScriptStep>;

/**
 * The engine that needs no model: for each task a script of rules. It sees the same prompt object and its answers are parsed as
 * suspiciously as a model's. Deterministic; the seed changes nothing.
 */
export function scriptedEngine(scripts: Readonly<Record<string, Script>>): Engine {
  return {
    id: 'scripted',
    name: 'Scripted engine (rules, no model)',
    model: 'scripted-1',
    async generate({ prompt }, { signal }) {
      if (signal.aborted) throw new AppError('Cancelled', 'The scripted engine was asked to stop before it began.');
      const script = Object.hasOwn(scripts, prompt.task) ? scripts[prompt.task] : undefined;
      if (!script)
        throw new AppError('EngineFailed', `The scripted engine has no script for "${prompt.task}". Choose a model.`);
      const step = await script(prompt);
      return 'ask' in step
        ? { text: '', toolCalls: step.ask, usage: null }
        : { text: JSON.stringify(step.decide), toolCalls: [], usage: null };
    },
  };
}

/** The structured value of a prompt's section, for a script to parse; undefined when there is no such section. */
export function sectionValue(prompt: Prompt, key: string): unknown {
  return prompt.sections.find((section) => section.key === key)?.value;
}

/** What this tool answered so far, in order. */
export function answersOf(prompt: Prompt, tool: string): readonly (Exchange & { kind: 'tool' })[] {
  return prompt.exchanges.filter((exchange) => exchange.kind === 'tool' && exchange.tool === tool) as (Exchange & {
    kind: 'tool';
  })[];
}
