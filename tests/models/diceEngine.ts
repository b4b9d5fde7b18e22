import type { ChatCompletionChunk } from '@mlc-ai/web-llm';
import type { WebllmEngine, WebllmLibrary } from '../../src/llm/engines/webllm';
import { webllmLibrary } from '../../src/llm/engines/webllmLibrary';
import { rolled } from './grammarDice';

/** A graphics card as the library wants it. */
export const pretendedGpu = {
  requestAdapter: async () => ({
    features: { has: () => true },
    limits: {
      maxBufferSize: 2 ** 30,
      maxStorageBufferBindingSize: 2 ** 30,
      maxComputeWorkgroupStorageSize: 32_768,
      maxStorageBuffersPerShaderStage: 10,
    },
    info: { vendor: 'nobody', description: 'A pretended card' },
  }),
};

/**
 * WebLLM without its kernels: its real grammars, and dice where the model would be. What the library does around them (one lock, a flag that
 * stops, chunks, counts, its errors) is written after its source.
 */
export function diceLibrary(contextTokens: number, fail: () => Error | null = () => null): WebllmLibrary {
  return { ...webllmLibrary, openEngine: () => diceEngine(contextTokens, fail), hasModelInCache: async () => true };
}

function diceEngine(contextTokens: number, fail: () => Error | null): WebllmEngine {
  let interrupted = false;
  const chunk = (content: string, finish: 'stop' | 'length' | null = null): ChatCompletionChunk => ({
    id: 'dice',
    choices: [{ delta: { content, role: 'assistant' }, finish_reason: finish, index: 0 }],
    model: 'dice',
    object: 'chat.completion.chunk',
    created: 0,
  });

  return {
    reload: async () => undefined,
    unload: async () => undefined,
    interruptGenerate: async () => void (interrupted = true),
    chatCompletion: async ({ messages, seed, max_tokens: most, response_format: format }) =>
      (async function* () {
        interrupted = false;
        const error = fail();
        if (error) throw error;
        const prompt = JSON.stringify(messages);
        const promptTokens = Math.ceil(prompt.length / 4);
        if (promptTokens > contextTokens)
          throw Object.assign(new Error('too long'), { name: 'ContextWindowSizeExceededError' });
        const tokens = rolled(format?.grammar ?? anyText, seed ?? 0, most ?? 0);
        let answerTokens = 0;
        for await (const token of tokens) {
          if (interrupted) break;
          answerTokens += 1;
          yield chunk(token);
        }
        yield chunk('', answerTokens === most ? 'length' : 'stop');
        const usage = { prompt_tokens: promptTokens, completion_tokens: answerTokens };
        yield { ...chunk(''), choices: [], usage: { ...usage, total_tokens: promptTokens + answerTokens } } as never;
      })(),
  };
}

// It has no end: such an answer stops where its tokens do.
const anyText = 'root ::= [a-z ] root';
