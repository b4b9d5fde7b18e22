import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  engineContract,
  renderMessages,
  scriptedEngine,
  sectionValue,
  type Engine,
  type Prompt,
  type Script,
} from '.';

const signal = new AbortController().signal;
const prompt: Prompt = {
  task: 'greeter',
  system: 'You greet.',
  sections: [{ key: 'guest', title: 'Guest', text: 'Ana', value: { name: 'Ana' } }],
  tools: [
    { name: 'weather', description: 'The weather.', args: z.toJSONSchema(z.strictObject({ place: z.string() })) },
  ],
  decision: z.toJSONSchema(z.strictObject({ greeting: z.string() })),
  exchanges: [],
};
const greeter: Script = (given) => {
  const guest = z.object({ name: z.string() }).parse(sectionValue(given, 'guest'));
  const [weather] = answersOf(given, 'weather');
  if (!weather) return { ask: [{ tool: 'weather', args: { place: 'here' } }] };
  return { decide: { greeting: `${guest.name}, it is ${String(weather.result)}` } };
};
const looked: Prompt = {
  ...prompt,
  exchanges: [{ kind: 'tool', tool: 'weather', args: { place: 'here' }, result: 'sunny' }],
};

describe('the scripted engine before and after a tool call', () => {
  for (const given of [prompt, looked]) {
    for (const { name, check } of engineContract(() => scriptedEngine({ greeter }), given)) test(name, check);
  }
});

test('the contract can fail: an engine that invents tools, schemas and answers is found out', async () => {
  let calls = 0;
  const liar: Engine = {
    id: 'liar',
    name: '',
    model: 'x',
    generate: async () => ({ text: `${calls++}`, toolCalls: calls % 2 ? [{ tool: 'rm', args: {} }] : [], usage: null }),
  };
  for (const { check } of engineContract(() => liar, prompt)) await expect(check()).rejects.toThrow('Expected');
});

test('[SCR1] a script sees the prompt that a model would see, and its decision comes back as text', async () => {
  const engine = scriptedEngine({ greeter });
  const first = await engine.generate({ prompt, seed: 1, maxTokens: 100 }, { signal });
  expect(first).toEqual({ text: '', toolCalls: [{ tool: 'weather', args: { place: 'here' } }], usage: null });
  const second = await engine.generate({ prompt: looked, seed: 1, maxTokens: 100 }, { signal });
  expect(second.text).toBe('{"greeting":"Ana, it is sunny"}');
});

test('[SCR2] a task without a script fails instead of guessing, also when it is called like something every object has', async () => {
  for (const task of ['painter', 'constructor', '__proto__']) {
    const answer = scriptedEngine({ greeter }).generate(
      { prompt: { ...prompt, task }, seed: 1, maxTokens: 1 },
      { signal },
    );
    await expect(answer).rejects.toMatchObject({ name: 'EngineFailed' });
  }
});

test('[MSG1] a chat model gets system, material, tool calls and repairs in the order in which they were said', () => {
  const repaired: Prompt = {
    ...looked,
    exchanges: [...looked.exchanges, { kind: 'repair', answer: 'hm', error: 'Not JSON.' }],
  };
  const messages = renderMessages(repaired);
  expect(messages.map((message) => message.role)).toEqual(['system', 'user', 'assistant', 'user', 'assistant', 'user']);
  expect(messages[0]!.content).toContain('weather');
  expect(messages[1]!.content).toBe('## Guest\nAna');
  expect(messages[5]!.content).toContain('Not JSON.');
});
