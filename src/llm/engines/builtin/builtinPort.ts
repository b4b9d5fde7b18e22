import { AppError } from '../../../kernel';
import { grammarSchema } from '../../model/grammarSchema';
import { modelError } from '../../model/modelErrors';
import type { LoadedModel, ModelAnswer, ModelPort, ModelProbe, ModelRequest, ModelWatch } from '../../model/ModelPort';
import type { BrowserAvailability, BrowserModel, BrowserSession } from './BrowserModel';

/** The name under which EngineChosen names the browser's own model; no model on the shelf can have it. */
export const browserModelId = '@browser';

/** Characters of a token, for an answer that must end: the browser counts none of its own. */
const charsPerToken = 4;

const because: Readonly<Record<Exclude<BrowserAvailability, 'available'>, string>> = {
  unavailable: 'This browser has a model of its own, but not for this device.',
  downloadable:
    'This browser could fetch a model of its own and has not. It does so when a site that may asks for it, or in its settings.',
  downloading: 'This browser is fetching its own model. Look again later.',
};

/**
 * The model that comes with the browser. It knows no seeds, so the same question need not have the same answer; and it runs where `browser` is:
 * in windows, not in threads.
 */
export function builtinPort(browser: BrowserModel | undefined): ModelPort<null> {
  async function probe(): Promise<ModelProbe> {
    if (!browser) return { available: false, because: 'This browser has no model of its own.' };
    const availability = await browser.availability();
    return availability === 'available'
      ? {
          available: true,
          details: 'The model that comes with this browser. It knows no seeds: answers differ from time to time.',
        }
      : { available: false, because: because[availability] };
  }

  return {
    id: 'builtin',
    name: "The browser's own model",
    probe,
    async load(_none, { signal, onProgress }) {
      onProgress({ phase: 'verify', done: 0, of: null });
      const probed = await probe();
      if (!browser || !probed.available)
        throw modelError('ModelUnavailable', probed.available ? 'There is no model.' : probed.because);
      onProgress({ phase: 'compile', done: 0, of: null });
      const base = await browser.create({ signal }).catch((error: unknown) => {
        throw failure(error, signal);
      });
      return loadedFrom(browser, base);
    },
  };
}

function loadedFrom(browser: BrowserModel, base: BrowserSession): LoadedModel {
  const ended = new AbortController();

  async function generate({ messages, schema, maxTokens }: ModelRequest, watch: ModelWatch): Promise<ModelAnswer> {
    const signal = AbortSignal.any([watch.signal, ended.signal]);
    if (watch.signal.aborted) throw new AppError('Cancelled', 'It was asked to stop before it began.');
    let session: BrowserSession | null = null;
    try {
      // A session remembers; each question begins with none of the last one.
      session = await browser.create({ initialPrompts: messages.slice(0, -1), signal });
      const constraint = schema ? { responseConstraint: grammarSchema(schema) } : {};
      const reader = session.promptStreaming(messages.at(-1)?.content ?? '', { ...constraint, signal }).getReader();
      let text = '';
      for (;;) {
        const { done, value = '' } = await reader.read();
        if (signal.aborted) throw new AppError('Cancelled', 'It was asked to stop.');
        if (done) return { text, ended: 'stop', usage: null };
        text += value;
        watch.onDelta?.(value);
        if (text.length > maxTokens * charsPerToken) return { text, ended: 'length', usage: null };
      }
    } catch (error) {
      if (ended.signal.aborted) throw modelError('EngineLost', "The browser's model was unloaded.");
      throw failure(error, watch.signal);
    } finally {
      session?.destroy();
    }
  }

  return {
    model: browserModelId,
    contextTokens: base.contextWindow,
    canEmbed: false,
    generate,
    embed: () => Promise.reject(modelError('ModelUnavailable', "The browser's model makes no vectors.")),
    countTokens: (text) => base.measureContextUsage(text),
    async unload() {
      ended.abort();
      base.destroy();
    },
  };
}

function failure(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return new AppError('Cancelled', 'It was asked to stop.');
  if (error instanceof AppError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'QuotaExceededError') return modelError('ContextOverflow', `The prompt is too long: ${message}.`, error);
  if (name === 'NotAllowedError')
    return modelError('ModelUnavailable', `The browser does not allow it here: ${message}.`, error);
  return modelError('EngineLost', `The browser's model failed: ${message}.`, error);
}
