import { wrap, type Remote } from 'comlink';
import { modelError } from '../../llm';
import llmUrl from '../../workers/llm.worker?worker&url';
import type { ModelDoor } from '../llm';
import { trustedUrl } from '../trustedUrl';

/** The models' thread, as the page holds it. */
export interface LlmThread {
  readonly door: Remote<ModelDoor>;
  /** Rejects as EngineLost when the thread is gone: nothing that was asked of it is answered then. */
  readonly lost: Promise<never>;
  /** Waits for an answer, but not beyond the thread's end. */
  ask<T>(answer: Promise<T>): Promise<T>;
  end(): void;
}

/** A thread that does not answer for so long is gone, whatever the browser says. */
const silenceMs = 3000;
const beatMs = 500;

/** Starts a thread for models that may reach these origins, and its own. */
export function startLlmThread(origins: readonly string[]): LlmThread {
  const url = new URL(trustedUrl(llmUrl));
  for (const origin of origins) url.searchParams.append('connect', origin);
  const worker = new Worker(trustedUrl(url.href), { type: 'module', name: 'llm' });
  const door = wrap<ModelDoor>(worker);
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => (lose = reject));
  lost.catch(() => undefined);
  let heard = performance.now();
  const beat = () => void door.beat().then(() => (heard = performance.now()));
  // The first answer comes when its code is loaded; from then on it must not be silent.
  let beating: ReturnType<typeof setInterval> | undefined;
  void door.beat().then(() => {
    heard = performance.now();
    beating = setInterval(() => {
      if (performance.now() - heard > silenceMs) end('does not answer any more');
      else beat();
    }, beatMs);
  });
  worker.onerror = (event) => {
    event.preventDefault();
    end(`could not go on: ${event.message || 'it did not start'}`);
  };

  function end(why: string) {
    clearInterval(beating);
    worker.terminate();
    lose(modelError('EngineLost', `The models' thread ${why}.`));
  }

  return { door, lost, ask: (answer) => Promise.race([answer, lost]), end: () => end('was ended') };
}
