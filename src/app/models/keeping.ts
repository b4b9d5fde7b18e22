import { proxy } from 'comlink';
import { modelError, type LoadProgress } from '../../llm';
import type { ModelWork } from '../../ui';
import type { ModelCard } from '../llm/modelCard';
import { mustBeReachable } from './hubs';
import { startLlmThread, type LlmThread } from './llmThread';
import { progressRate } from './progressRate';

type OnProgress = (progress: LoadProgress) => void;

/** How a models' thread says what it is doing, and for which model once it knows. */
export interface Telling {
  readonly progress: OnProgress;
  readonly named: (id: string) => void;
}

/** What is done about each model just now, and what went wrong last. */
export interface Keeping {
  readonly work: ReadonlyMap<string, ModelWork>;
  readonly problems: ReadonlyMap<string, string>;
  /** Shows what is done about a model; what it returns is told how far that is. */
  busy(id: string): OnProgress;
  /** Runs something about a model; what goes wrong stays beside it until it is tried again. */
  about<T>(id: () => string, run: () => Promise<T>): Promise<T>;
  /**
   * Brings a model onto the shelf, in a thread of its own that may reach these origins and is gone when the model is here. Resolves with its id.
   */
  bring(
    begun: string,
    origins: readonly string[],
    use: (door: LlmThread['door'], call: string, tell: Telling) => Promise<ModelCard>,
  ): Promise<string>;
  stop(id: string): void;
  forget(id: string): void;
}

/** Opens the book of what is being done; `changed` is called whenever something of it changes. */
export function openKeeping(changed: () => void): Keeping {
  const work = new Map<string, ModelWork>();
  const problems = new Map<string, string>();
  const stops = new Map<string, () => void>();

  function busy(id: string): OnProgress {
    problems.delete(id);
    const rate = progressRate(() => performance.now());
    return (progress) => {
      work.set(id, rate(progress));
      changed();
    };
  }

  async function about<T>(id: () => string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Error && error.name !== 'Cancelled') problems.set(id(), error.message);
      throw error;
    } finally {
      work.delete(id());
      stops.delete(id());
      changed();
    }
  }

  return {
    work,
    problems,
    busy,
    about,
    async bring(begun, origins, use) {
      let id = begun;
      if (stops.has(id)) throw modelError('ModelUnavailable', 'It is being fetched already.');
      mustBeReachable(origins);
      const thread = startLlmThread(origins);
      const call = crypto.randomUUID();
      const stop = () => void thread.door.cancel(call);
      stops.set(id, stop);
      let onProgress = busy(id);
      const tell: Telling = {
        progress: proxy((progress: LoadProgress) => onProgress(progress)),
        named: proxy((name: string) => {
          stops.delete(id);
          work.delete(id);
          id = name;
          stops.set(id, stop);
          onProgress = busy(id);
        }),
      };
      try {
        return (
          await about(
            () => id,
            () => thread.ask(use(thread.door, call, tell)),
          )
        ).id;
      } finally {
        thread.end();
      }
    },
    stop: (id) => stops.get(id)?.(),
    forget: (id) => void problems.delete(id),
  };
}
