import { proxy } from 'comlink';
import { AppError } from '../../kernel';
import type { LoadedModel, LoadProgress } from '../../llm';
import { startLlmThread } from './llmThread';

/** A model in a thread of its own, as it answers from here. Ending it frees all that the thread held. */
export interface RemoteModel {
  readonly loaded: LoadedModel;
  /** Which engine runs it, as AgentDecided records it. */
  readonly engine: 'wllama' | 'webllm' | 'builtin';
  /** Rejects when the thread is gone; never, where there is none. */
  readonly lost: Promise<never>;
  end(): void;
}

/** Starts a thread and loads a model of the shelf in it. That thread reaches nothing but this origin. */
export async function loadRemote(id: string, onProgress: (progress: LoadProgress) => void): Promise<RemoteModel> {
  const thread = startLlmThread([]);
  const { door, ask } = thread;
  try {
    const { engine, ...facts } = await ask(door.load(id, proxy(onProgress)));
    const loaded: LoadedModel = {
      ...facts,
      async generate(request, { signal, onDelta = () => undefined }) {
        if (signal.aborted) throw new AppError('Cancelled', `${facts.model} was asked to stop before it began.`);
        const call = crypto.randomUUID();
        const cancel = () => void door.cancel(call);
        signal.addEventListener('abort', cancel, { once: true });
        try {
          return await ask(door.generate(call, request, proxy(onDelta)));
        } finally {
          signal.removeEventListener('abort', cancel);
        }
      },
      embed: (text) => ask(door.embed(text)),
      countTokens: (text) => ask(door.countTokens(text)),
      unload: async () => thread.end(),
    };
    return { loaded, engine, lost: thread.lost, end: () => thread.end() };
  } catch (error) {
    thread.end();
    throw error;
  }
}
