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

/** A thread that does not answer for so long hangs: it is ended. One that died is known at once, by the lock that it held. */
const silenceMs = 3000;
/** Its code may come from a slow server the first time; a thread that has not begun by then never will. */
const beginMs = 60_000;
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
  const life = `llm ${crypto.randomUUID()}`;
  const watching = new AbortController();
  const beginning = setTimeout(() => end('did not begin'), beginMs);
  void door.live(life).then(() => {
    clearTimeout(beginning);
    heard = performance.now();
    // Browsers say nothing when a thread dies. Its lock is free then, and comes to whoever waits for it.
    navigator.locks.request(life, { signal: watching.signal }, () => end('died')).catch(() => undefined);
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
    clearTimeout(beginning);
    clearInterval(beating);
    watching.abort();
    worker.terminate();
    lose(modelError('EngineLost', `The models' thread ${why}.`));
  }

  return { door, lost, ask: (answer) => Promise.race([answer, lost]), end: () => end('was ended') };
}
