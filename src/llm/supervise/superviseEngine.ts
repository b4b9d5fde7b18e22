import { AppError } from '../../kernel';
import type { Engine, EngineAnswer, EngineRequest, EngineWatch } from '../Engine';
import { isLost } from '../model/modelErrors';
import { lineUp, type InLine } from './lineUp';
import { usualPatience, watchTokens, type Patience } from './watchTokens';

/** An engine that runs somewhere and can be ended there, a thread for example. */
export interface RunningEngine {
  readonly engine: Engine;
  /** Ends it for good and frees what it holds, whatever state it is in. */
  end(): void;
}

export interface SupervisorOptions {
  /** Starts the engine: with the first question, and anew after it was lost. */
  readonly start: () => Promise<RunningEngine>;
  readonly patience?: Patience;
  readonly onLine?: (line: readonly InLine[]) => void;
}

/** An engine under supervision. */
export interface Supervisor {
  /** Asks in this name; waits in line, and asks a second engine once when the first was lost. */
  ask(who: string, request: EngineRequest, watch: EngineWatch): Promise<EngineAnswer>;
  /** Starts it if it does not run. */
  ready(): Promise<Engine>;
  /** Ends it; the next question starts it anew. */
  end(): void;
  inLine(): readonly InLine[];
}

/**
 * Stands around any engine: one queue, a watch on each token, and a new engine when the old one is lost. What hangs or died is ended, begun
 * anew and asked once more; after that its error is the answer, and whoever asked goes on without it.
 */
export function superviseEngine({ start, patience = usualPatience, onLine }: SupervisorOptions): Supervisor {
  const line = lineUp(onLine);
  let running: Promise<RunningEngine> | null = null;

  function run(): Promise<RunningEngine> {
    if (running) return running;
    const mine = start();
    running = mine;
    // One that did not start is no engine: the next question tries again.
    mine.catch(() => forget(mine));
    return mine;
  }

  function forget(mine: Promise<RunningEngine>): void {
    if (running === mine) running = null;
  }

  async function discard(mine: Promise<RunningEngine>): Promise<void> {
    forget(mine);
    (await mine).end();
  }

  async function once(request: EngineRequest, watch: EngineWatch): Promise<EngineAnswer> {
    const mine = run();
    const { engine } = await orCancelled(mine, watch.signal);
    try {
      return await watchTokens(engine, request, watch, patience);
    } catch (error) {
      if (isLost(error)) await discard(mine);
      throw error;
    }
  }

  return {
    ask: (who, request, watch) =>
      line.take(who, watch.signal, async () => {
        try {
          return await once(request, watch);
        } catch (error) {
          if (!isLost(error) || watch.signal.aborted) throw error;
          return once(request, watch);
        }
      }),
    ready: async () => (await run()).engine,
    end() {
      const mine = running;
      running = null;
      mine?.then(
        ({ end }) => end(),
        () => undefined,
      );
    },
    inLine: line.inLine,
  };
}

/** What is waited for, or Cancelled as soon as nobody waits any more; what was started goes on for the next. */
function orCancelled<T>(started: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AppError('Cancelled', 'Nobody waits for the model any more.'));
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    started.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
