import { AppError } from '../../kernel';
import type { Engine, EngineAnswer, EngineRequest, EngineWatch } from '../Engine';
import { modelError } from '../model/modelErrors';

/** How long an engine may be silent. Reading a long prompt is one long silence, so the first token has a limit of its own. */
export interface Patience {
  readonly firstTokenMs: number;
  readonly tokenMs: number;
  /** For one question in all, its deadline. */
  readonly answerMs: number;
}

/** For a small model on two slow cores: 200 tokens a second read, one every few seconds written, is still alive. */
export const usualPatience: Patience = { firstTokenMs: 120_000, tokenMs: 20_000, answerMs: 600_000 };

type Timer = ReturnType<typeof setTimeout> | undefined;

/**
 * Asks an engine and watches it token by token. A cancel is answered at once, also when the engine does not hear it.
 * @throws EngineStuck when it was silent for too long, Cancelled, and whatever the engine throws.
 */
export async function watchTokens(
  engine: Engine,
  request: EngineRequest,
  { signal, onDelta }: EngineWatch,
  patience: Patience,
): Promise<EngineAnswer> {
  if (signal.aborted) throw new AppError('Cancelled', `${engine.name} was asked to stop before it began.`);
  const inner = new AbortController();
  let silence: Timer;
  let deadline: Timer;
  let cancel = () => undefined as void;
  try {
    return await new Promise<EngineAnswer>((resolve, reject) => {
      const stuck = (ms: number, what: string) => () =>
        reject(modelError('EngineStuck', `${engine.name} wrote nothing ${what} ${Math.ceil(ms / 1000)} s.`));
      cancel = () => reject(new AppError('Cancelled', `${engine.name} was asked to stop.`));
      signal.addEventListener('abort', cancel, { once: true });
      silence = setTimeout(stuck(patience.firstTokenMs, 'in the first'), patience.firstTokenMs);
      deadline = setTimeout(stuck(patience.answerMs, 'that ends an answer in'), patience.answerMs);
      const heard = (text: string) => {
        clearTimeout(silence);
        silence = setTimeout(stuck(patience.tokenMs, 'for'), patience.tokenMs);
        onDelta?.(text);
      };
      engine.generate(request, { signal: inner.signal, onDelta: heard }).then(resolve, reject);
    });
  } finally {
    clearTimeout(silence);
    clearTimeout(deadline);
    signal.removeEventListener('abort', cancel);
    // Whatever ended it, nobody waits for the rest.
    inner.abort();
  }
}
