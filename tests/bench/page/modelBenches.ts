import { agentDefinitions } from '../../../src/agents';
import { superviseEngine, type Engine, type EngineRequest } from '../../../src/llm';
import { tinyGguf } from '../../models/tinyGguf';

const request: EngineRequest = {
  prompt: { task: 'bench', system: '', sections: [], tools: [], decision: {}, exchanges: [] },
  seed: 1,
  maxTokens: 1,
};

/** What a supervisor adds to each of so many calls, one after the other, in ms: an engine that answers at once and tells of 100 tokens. */
export async function supervised(calls: number): Promise<number[]> {
  const signal = new AbortController().signal;
  const engine: Engine = {
    id: 'bench',
    name: 'Bench',
    model: 'none',
    async generate(_request, { onDelta }) {
      for (let n = 0; n < 100; n++) onDelta?.('word ');
      return { text: '{}', toolCalls: [], usage: null };
    },
  };
  const supervisor = superviseEngine({ start: async () => ({ engine, end: () => undefined }) });
  await supervisor.ready();
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    const started = performance.now();
    await supervisor.ask('bench', request, { signal, onDelta: () => undefined });
    const between = performance.now();
    await engine.generate(request, { signal, onDelta: () => undefined });
    times.push(between - started - (performance.now() - between));
  }
  return times;
}

/** A model with random weights that knows the words of the agents' prompts, one character a byte. */
export async function tinyModel(): Promise<string> {
  const words = Object.values(agentDefinitions)
    .flatMap(({ system, toolSpecs, decisionSchema, shelf }) => [
      system,
      JSON.stringify([toolSpecs, decisionSchema, shelf]),
    ])
    .join(' ');
  return [...tinyGguf(1, words)].map((byte) => String.fromCharCode(byte)).join('');
}
