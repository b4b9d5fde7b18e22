import { proxy, releaseProxy, transfer, type Remote } from 'comlink';
import type { ShopTools, Watch } from '../../ui';
import type { ExchangeDoor } from '../world';
import { serveEngine } from './models';
import type { Threads } from './threads';

type ExchangeTools =
  | 'exportWorld'
  | 'exportDecisions'
  | 'tryPrompts'
  | 'checkExport'
  | 'importWorld'
  | 'takeMailbox'
  | 'worlds'
  | 'replay';

interface Exchange extends Pick<ShopTools, ExchangeTools> {
  /** Resolves when no piece of work with files is under way in this tab. */
  idle(): Promise<void>;
}

/** The page's side of work with files. The thread of the world reads and writes; here only the finished file is held. */
export function exchange(threads: Threads): Exchange {
  const underWay = new Set<Promise<void>>();

  /** Each piece of work has a door of its own. Its thread may die: then it begins again, which changes nothing. */
  function work<T>(watch: Watch, use: (door: Remote<ExchangeDoor>) => Promise<T>): Promise<T> {
    const done = begun(watch.signal, use);
    const ended = done.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return done;
  }

  /** The door is held until the answer is there: one that nobody holds may be collected, and its answer with it. */
  function begun<T>(signal: AbortSignal | null, use: (door: Remote<ExchangeDoor>) => Promise<T>): Promise<T> {
    return threads.ask(async (world) => {
      const door: Remote<ExchangeDoor> = await world.exchange();
      const stop = () => void door.stop();
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await use(door);
      } finally {
        signal?.removeEventListener('abort', stop);
        door[releaseProxy]();
      }
    });
  }

  return {
    exportWorld: (watch, { story = null, checker = false } = {}) =>
      work(watch, async (door) => {
        const page = checker ? await (await import('./checker/checkerPage')).checkerPage() : null;
        // The browser may keep parts that are blobs on disk instead of in memory.
        const parts: Blob[] = page ? [new Blob([page.before])] : [];
        const chunk = (text: string) => void parts.push(new Blob([page ? page.piece(text) : text]));
        const name = await door.exportWorld(proxy(chunk), proxy(watch.onProgress), story);
        if (page) return { name: `${name}.html`, file: new Blob([...parts, page.after], { type: 'text/html' }) };
        return { name: `${name}.ndjson`, file: new Blob(parts, { type: 'application/x-ndjson' }) };
      }),
    exportDecisions: (upTo, watch) =>
      work(watch, async (door) => {
        const parts: Blob[] = [];
        const chunk = (text: string) => void parts.push(new Blob([text]));
        const name = await door.exportDecisions(upTo, proxy(chunk), proxy(watch.onProgress));
        return { name: `${name}.jsonl`, file: new Blob(parts, { type: 'application/jsonl' }) };
      }),
    tryPrompts: ({ engine, ...plan }, each, watch) =>
      work(watch, async (door) => {
        const { port1, port2 } = new MessageChannel();
        const leave = serveEngine('a comparison', port1);
        try {
          const model = engine && transfer({ ...engine, port: port2 }, [port2]);
          await door.tryPrompts(plan, model, proxy(each), proxy(watch.onProgress));
        } finally {
          leave();
        }
      }),
    checkExport: (file, watch) => work(watch, (door) => door.checkExport(file, proxy(watch.onProgress))),
    importWorld: (file, watch) => work(watch, (door) => door.importFile(file, proxy(watch.onProgress))),
    takeMailbox: (file, watch) => work(watch, (door) => door.takeMailbox(file, proxy(watch.onProgress))),
    replay: (watch) => work(watch, (door) => door.replay(proxy(watch.onProgress))),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    worlds: () => begun(null, (door) => door.worlds()),
  };
}
