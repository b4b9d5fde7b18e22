import {
  modelEngine,
  modelError,
  superviseEngine,
  type EngineAnswer,
  type EngineRequest,
  type Supervisor,
} from '../../llm';
import { browserModelId } from '../../llm/engines/builtin';
import type { ModelsState, ModelTools } from '../../ui';
import { cardOf, fileOf, listShelf, removeFromShelf, trustModel } from '../llm/modelShelf';
import { cardOfPrebuilt } from '../llm/packOf';
import { prebuiltModels } from '../../llm/engines/webllm';
import { engineRows } from './engineRows';
import { freeId } from './freeId';
import { originsOf } from './hubs';
import { openKeeping } from './keeping';
import { startLlmThread } from './llmThread';
import { loadBuiltin } from './loadBuiltin';
import { keepMirror, keptMirror } from './mirror';
import { offerHere } from './offerHere';
import { loadRemote, type RemoteModel } from './remoteModel';
import { testModel } from './testModel';
import { whereFrom } from './whereFrom';

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
  const watchers = new Set<(state: ModelsState) => void>();
  const keeping = openKeeping(changed);

  async function state(): Promise<ModelsState> {
    const engines = await engineRows();
    const shelf = await listShelf();
    const line = [...running].flatMap(([model, { supervisor }]) =>
      supervisor.inLine().map(({ who, waiting }) => ({ who, model, waiting })),
    );
    const models = shelf.map((model) => ({
      ...model,
      files: model.engine === 'webllm' ? model.files : [],
      trusted: model.engine === 'wllama' || model.trusted,
      whole: model.sha256 !== null,
      running: running.get(model.id)?.remote !== null && running.has(model.id),
      work: keeping.work.get(model.id) ?? null,
      problem: keeping.problems.get(model.id) ?? null,
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

  function runningOf(id: string): Running {
    const found = running.get(id);
    if (found) return found;
    const start = () =>
      keeping.about(
        () => id,
        async () => {
          const remote = await (id === browserModelId ? loadBuiltin() : loadRemote(id, keeping.busy(id)));
          made.remote = remote;
          // What is gone is not shown as loaded; whoever asks next starts another.
          remote.lost.catch(() => {
            if (made.remote !== remote) return;
            made.remote = null;
            supervisor.end();
            changed();
          });
          const engine = modelEngine(remote.loaded, { id: remote.engine, name: id });
          const end = () => {
            if (made.remote === remote) made.remote = null;
            remote.end();
          };
          return { engine, end };
        },
      );
    const supervisor = superviseEngine({ onLine: changed, start });
    const made: Running = { supervisor, remote: null };
    running.set(id, made);
    return made;
  }

  function unload(id: string): void {
    running.get(id)?.supervisor.end();
    running.delete(id);
    changed();
  }

  const takePack = (begun: string, folder: string, files: readonly File[]) =>
    keeping.bring(begun, [], (door, call, tell) => door.takePack(call, folder, files, tell.progress, tell.named));

  return {
    ask: (who, model, request, signal) => runningOf(model).supervisor.ask(who, request, { signal }),
    watch(listener) {
      watchers.add(listener);
      changed();
      return () => watchers.delete(listener);
    },
    usable: async () =>
      (await listShelf()).filter((one) => one.sha256 !== null && (one.engine === 'wllama' || one.trusted)),
    async addFile(file) {
      const id = freeId(file.name, await listShelf());
      if (file.name.endsWith('.tar')) return takePack(id, '', [file]);
      return keeping.bring(id, [], (door, call, tell) => door.takeFile(call, id, file, tell.progress));
    },
    addFolder(files) {
      const folder = files[0]?.webkitRelativePath.split('/')[0] ?? '';
      return takePack(freeId(folder, []), folder, files);
    },
    async addUrl(url) {
      const { href, pathname } = new URL(url);
      const id = freeId(pathname, await listShelf());
      return keeping.bring(id, originsOf(href), (door, call, tell) => door.fetch(call, id, href, tell.progress));
    },
    offer: offerHere,
    async addOffered(name) {
      const model = prebuiltModels.find((one) => one.name === name);
      if (!model) throw modelError('ModelUnavailable', `This app does not know a model "${name}".`);
      const from = whereFrom(model, keptMirror());
      const { id } = cardOfPrebuilt(name, ...from);
      return keeping.bring(id, from.flatMap(originsOf), (door, call, tell) =>
        door.fetchPack(call, name, from, tell.progress),
      );
    },
    mirror: keptMirror,
    setMirror: keepMirror,
    async resume(id) {
      const card = await cardOf(id);
      const from = [card.url, card.engine === 'webllm' ? card.programUrl : null].filter((url) => url !== null);
      await keeping.bring(id, from.flatMap(originsOf), (door, call, tell) => door.goOn(call, id, tell.progress));
    },
    async trust(id) {
      await trustModel(id);
      changed();
    },
    async pause(id) {
      keeping.stop(id);
    },
    async remove(id) {
      keeping.stop(id);
      unload(id);
      await removeFromShelf(id);
      keeping.forget(id);
      changed();
    },
    async unload(id) {
      unload(id);
    },
    async test(id, prompt, signal, onDelta) {
      await runningOf(id).supervisor.ready();
      changed();
      const loaded = running.get(id)?.remote?.loaded;
      if (!loaded) throw modelError('EngineLost', 'It was ended before it answered.');
      return testModel(loaded, prompt, signal, onDelta);
    },
    async file(id) {
      const card = await cardOf(id);
      const type = { type: 'application/octet-stream' };
      if (card.engine === 'webllm') {
        const thread = startLlmThread([]);
        try {
          return new File([await thread.ask(thread.door.packed(id))], `${id.replace(':', '-')}.tar`, type);
        } finally {
          thread.end();
        }
      }
      const found = await fileOf(id);
      if (!found) throw modelError('ModelUnavailable', 'It is not on this device.');
      return new File([found], `${id}.gguf`, type);
    },
  };
}
