import type { ChatCompletionRequestStreaming } from '@mlc-ai/web-llm';
import { AppError } from '../../../kernel';
import { charGauge } from '../../model/charGauge';
import { modelError } from '../../model/modelErrors';
import type { LoadedModel, ModelRequest } from '../../model/ModelPort';
import { answerFailure } from './webllmErrors';
import type { WebllmEngine, WebllmLibrary } from './WebllmLibrary';

interface Facts extends Pick<WebllmLibrary, 'grammarOf'> {
  readonly model: string;
  readonly contextTokens: number;
}

/** A model that WebLLM has loaded. One question at a time: the library's stop is one flag, which the next question takes back. */
export function runningWebllm(engine: WebllmEngine, { model, contextTokens, grammarOf }: Facts): LoadedModel {
  const gauge = charGauge();
  const grammars = new Map<string, Promise<string>>();
  let lose: (error: Error) => void = () => undefined;
  // What is under way when the card is lost is never answered by the library.
  const gone = new Promise<never>((_resolve, reject) => (lose = reject));
  gone.catch(() => undefined);
  const orGone = <T>(work: Promise<T>): Promise<T> => Promise.race([work, gone]);

  /** Each prompt's grammar is made once: the schemas of an agent are the same in every turn. */
  function grammarFor(schema: NonNullable<ModelRequest['schema']>): Promise<string> {
    const key = JSON.stringify(schema);
    const made = grammars.get(key) ?? grammarOf(schema);
    grammars.set(key, made);
    return made;
  }

  return {
    model,
    contextTokens,
    canEmbed: false,
    async generate(request, { signal, onDelta }) {
      const stopped = () => new AppError('Cancelled', `${model} was asked to stop.`);
      if (signal.aborted) throw stopped();
      const interrupt = () => void engine.interruptGenerate();
      signal.addEventListener('abort', interrupt, { once: true });
      try {
        const grammar = request.schema ? await orGone(grammarFor(request.schema)) : null;
        const pieces = await orGone(engine.chatCompletion(asked(request, grammar)));
        let text = '';
        let ended: 'stop' | 'length' = 'stop';
        let usage = null;
        const reader = pieces[Symbol.asyncIterator]();
        for (;;) {
          if (signal.aborted) interrupt();
          const next = await orGone(reader.next());
          if (next.done) break;
          const chunk = next.value;
          const piece = chunk.choices[0]?.delta.content ?? '';
          text += piece;
          if (piece) onDelta?.(piece);
          if (chunk.choices[0]?.finish_reason === 'length') ended = 'length';
          if (chunk.usage) {
            const { prompt_tokens: promptTokens, completion_tokens: answerTokens } = chunk.usage;
            usage = { promptTokens, answerTokens };
          }
        }
        if (signal.aborted) throw stopped();
        const chars = request.messages.reduce((sum, { content }) => sum + content.length, 0);
        gauge.learn(chars, usage?.promptTokens ?? 0);
        return { text, ended, usage };
      } catch (error) {
        throw answerFailure(error, model);
      } finally {
        signal.removeEventListener('abort', interrupt);
      }
    },
    embed: () => Promise.reject(modelError('ModelUnavailable', `${model} writes and makes no vectors.`)),
    countTokens: async (text) => gauge.count(text),
    async unload() {
      lose(modelError('EngineLost', `${model} was unloaded.`));
      await engine.interruptGenerate();
      await engine.unload();
    },
  };
}

function asked(
  { messages, maxTokens, seed, temperature, stop }: ModelRequest,
  grammar: string | null,
): ChatCompletionRequestStreaming {
  return {
    messages: [...messages],
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: maxTokens,
    // The library takes whole numbers and reckons with 32 bits.
    seed: seed % 0x7fffffff,
    temperature,
    stop: [...stop],
    ...(grammar === null ? {} : { response_format: { type: 'grammar', grammar } }),
  };
}
