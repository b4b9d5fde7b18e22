import { WllamaAbortError, type RawCompletionChunk, type Wllama } from '@wllama/wllama/esm/index.js';
import { AppError } from '../../../kernel';
import { charGauge } from '../../model/charGauge';
import { grammarSchema } from '../../model/grammarSchema';
import { modelError } from '../../model/modelErrors';
import type { LoadedModel } from '../../model/ModelPort';
import { chatPrompt } from './chatPrompt';

interface Facts {
  readonly model: string;
  readonly contextTokens: number;
  readonly chatTemplate: string | null;
}

/**
 * A model that llama.cpp has loaded. Prompts go in as one text: its own way with chat messages parses what comes back, and ends its thread when
 * a model writes what it does not expect.
 */
export function runningWllama(wllama: Wllama, { model, contextTokens, chatTemplate }: Facts): LoadedModel {
  const gauge = charGauge();
  let lose: (error: Error) => void = () => undefined;
  // What is under way when the runtime is ended is never answered by it.
  const gone = new Promise<never>((_resolve, reject) => (lose = reject));
  gone.catch(() => undefined);
  const orGone = <T>(work: Promise<T>): Promise<T> => Promise.race([work, gone]);

  return {
    model,
    contextTokens,
    canEmbed: true,
    async generate({ messages, schema, maxTokens, seed, temperature, stop }, { signal, onDelta }) {
      if (signal.aborted) throw new AppError('Cancelled', `${model} was asked to stop before it began.`);
      const prompt = chatPrompt(messages, chatTemplate);
      let text = '';
      let last: RawCompletionChunk | null = null;
      const onData = (chunk: RawCompletionChunk) => {
        last = chunk;
        const piece = chunk.choices[0]?.text ?? '';
        text += piece;
        onDelta?.(piece);
      };
      const request = {
        prompt,
        max_tokens: maxTokens,
        seed: seed % 0x7fffffff,
        temperature,
        stop: [...stop],
        stream: true as const,
        abortSignal: signal,
        onData,
        ...(schema ? { json_schema: grammarSchema(schema) } : {}),
      };
      await orGone(wllama.createCompletion(request)).catch((error: unknown) => {
        throw failure(error, model);
      });
      const { usage, choices } = last ?? ({} as Partial<RawCompletionChunk>);
      gauge.learn(prompt.length, usage?.prompt_tokens ?? 0);
      return {
        text,
        ended: choices?.[0]?.finish_reason === 'length' ? 'length' : 'stop',
        usage: usage ? { promptTokens: usage.prompt_tokens, answerTokens: usage.completion_tokens } : null,
      };
    },
    async embed(text) {
      const { data } = await orGone(wllama.createEmbedding({ input: text })).catch((error: unknown) => {
        throw failure(error, model);
      });
      return ofLengthOne(data[0]?.embedding as number[]);
    },
    // The runtime counts only what it reads, so this is an estimate; each answer corrects it.
    countTokens: async (text) => gauge.count(text),
    async unload() {
      lose(modelError('EngineLost', `${model} was unloaded.`));
      await wllama.exit();
    },
  };
}

/** A runtime whose thread broke is not asked again: whatever it says next cannot be trusted. */
function failure(error: unknown, model: string): Error {
  if (error instanceof AppError) return error;
  if (error instanceof WllamaAbortError) return new AppError('Cancelled', `${model} was asked to stop.`);
  const words = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  if (/context size|too large to process/.test(words))
    return modelError('ContextOverflow', `${model}: ${words}.`, error);
  if (error instanceof Error && error.name === 'RuntimeError')
    return modelError('EngineLost', `llama.cpp broke down while it ran ${model}: ${words}.`, error);
  return new AppError('EngineFailed', `${model}: ${words}.`, { cause: error });
}

function ofLengthOne(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
