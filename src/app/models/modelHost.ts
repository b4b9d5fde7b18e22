import { proxy } from 'comlink';
import {
  modelEngine,
  modelError,
  superviseEngine,
  type EngineAnswer,
  type EngineRequest,
  type Supervisor,
} from '../../llm';
import type { ModelsState, ModelTest, ModelTools, ModelWork } from '../../ui';
import { cardOf, fileOf, listShelf, removeFromShelf } from '../llm/modelShelf';
import { browserModelId } from '../../llm/engines/builtin';
import { engineRows } from './engineRows';
import { loadBuiltin } from './loadBuiltin';
import { originsOf } from './hubs';
import { startLlmThread } from './llmThread';
import { progressRate } from './progressRate';
import { loadRemote, type RemoteModel } from './remoteModel';
import { freeId } from './freeId';

/** What agents ask, through the page: an engine and a model by name, as the log has them. */
export interface ModelHost extends ModelTools {
  ask(who: string, model: string, request: EngineRequest, signal: AbortSignal): Promise<EngineAnswer>;
}

interface Running {
  readonly supervisor: Supervisor;
  remote: RemoteModel | null;
}

/** The models of this page: which are here, which run, who waits. Opened when somebody first asks for one. */
export function openModelHost(): ModelHost {
  const running = new Map<string, Running>();
  const work = new Map<string, ModelWork>();
  const problems = new Map<string, string>();
  const stops = new Map<string, () => void>();
  const watchers = new Set<(state: ModelsState) => void>();

  async function state(): Promise<ModelsState> {
    const engines = engineRows();
    const shelf = await listShelf();
    const line = [...running].flatMap(([model, { supervisor }]) =>
      supervisor.inLine().map(({ who, waiting }) => ({ who, model, waiting })),
    );
    const models = shelf.map((model) => ({
      ...model,
      whole: model.sha256 !== null,
      running: running.get(model.id)?.remote !== null && running.has(model.id),
      work: work.get(model.id) ?? null,
      problem: problems.get(model.id) ?? null,
    }));
    return { engines, models, line };
  }

  let due = false;
  function changed(): void {
    if (due || watchers.size === 0) return;
    due = true;
    // A download tells of each piece; a screen needs no more than this.
    setTimeout(() => {
      due = false;
      void state().then((now) => watchers.forEach((watcher) => watcher(now)));
    }, 100);
  }

  function busy(id: string): { onProgress: (progress: Parameters<ReturnType<typeof progressRate>>[0]) => void } {
    problems.delete(id);
    const rate = progressRate(() => performance.now());
    return {
      onProgress(progress) {
        work.set(id, rate(progress));
        changed();
      },
    };
  }

  /** Runs something about a model; what goes wrong stays beside it until it is tried again. */
  async function about<T>(id: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Error && error.name !== 'Cancelled') problems.set(id, error.message);
      throw error;
    } finally {
      work.delete(id);
      stops.delete(id);
      changed();
    }
  }

  function runningOf(id: string): Running {
    const found = running.get(id);
    if (found) return found;
    const supervisor = superviseEngine({
      onLine: changed,
      start: () =>
        about(id, async () => {
          const isBuiltin = id === browserModelId;
          const remote = await (isBuiltin ? loadBuiltin() : loadRemote(id, busy(id).onProgress));
          made.remote = remote;
          // What is gone is not shown as loaded; whoever asks next starts another.
          remote.lost.catch(() => {
            if (made.remote !== remote) return;
            made.remote = null;
            supervisor.end();
            changed();
          });
          const engine = modelEngine(remote.loaded, { id: isBuiltin ? 'builtin' : 'wllama', name: id });
          const end = () => {
            if (made.remote === remote) made.remote = null;
            remote.end();
          };
          return { engine, end };
        }),
    });
    const made: Running = { supervisor, remote: null };
    running.set(id, made);
    return made;
  }

  function unload(id: string): void {
    running.get(id)?.supervisor.end();
    running.delete(id);
    changed();
  }

  /** A thread of its own for a fetch: it may reach where the file lies, and it is gone when the file is here. */
  async function keep(id: string, url: string | null, file: File | null): Promise<void> {
    if (stops.has(id)) throw modelError('ModelUnavailable', 'It is being fetched already.');
    const from = url ?? (file ? null : (await cardOf(id)).url);
    const thread = startLlmThread(from === null ? [] : originsOf(from));
    const call = crypto.randomUUID();
    stops.set(id, () => void thread.door.cancel(call));
    const { onProgress } = busy(id);
    try {
      await about(id, async () => {
        const report = proxy(onProgress);
        const { door } = thread;
        await thread.ask(file ? door.takeFile(call, id, file, report) : door.fetch(call, id, url, report));
      });
    } finally {
      thread.end();
    }
  }

  return {
    ask: (who, model, request, signal) => runningOf(model).supervisor.ask(who, request, { signal }),
    watch(listener) {
      watchers.add(listener);
      changed();
      return () => watchers.delete(listener);
    },
    async addFile(file) {
      const id = freeId(file.name, await listShelf());
      await keep(id, null, file);
      return id;
    },
    async addUrl(url) {
      const address = new URL(url);
      const id = freeId(address.pathname, await listShelf());
      await keep(id, address.href, null);
      return id;
    },
    resume: (id) => keep(id, null, null),
    async pause(id) {
      stops.get(id)?.();
    },
    async remove(id) {
      stops.get(id)?.();
      unload(id);
      await removeFromShelf(id);
      problems.delete(id);
      changed();
    },
    async unload(id) {
      unload(id);
    },
    async test(id, prompt, signal, onDelta): Promise<ModelTest> {
      const { supervisor } = runningOf(id);
      await supervisor.ready();
      changed();
      const loaded = running.get(id)?.remote?.loaded;
      if (!loaded) throw modelError('EngineLost', 'It was ended before it answered.');
      const started = performance.now();
      const messages = [{ role: 'user', content: prompt }] as const;
      const request = { messages, schema: null, maxTokens: 160, seed: 1, temperature: 0.7, stop: [] };
      const { text, usage } = await loaded.generate(request, { signal, onDelta });
      return { text, tokens: usage?.answerTokens ?? null, ms: performance.now() - started };
    },
    async file(id) {
      const found = await fileOf(id);
      if (!found) throw modelError('ModelUnavailable', 'It is not on this device.');
      return new File([found], `${id}.gguf`, { type: 'application/octet-stream' });
    },
  };
}
