import { wrap, type Remote } from 'comlink';
import type { ImportStep } from '../../intake';
import { AppError } from '../../kernel';
import type { ShopImport, ShopTools, Watch } from '../../ui';
import importUrl from '../../workers/import.worker?worker&url';
import type { ImportDoor, ImportPreview } from '../import';
import { trustedUrl } from '../trustedUrl';
import type { Threads } from './threads';

const leftOutInReport = 100;
/** How many parts are under way at once: their commits share transactions. */
const atOnce = 4;

/** What reading files needs of the page. */
export interface ShopFilesHost {
  readonly threads: Threads;
  /** The world on screen. */
  worldId(): string;
  /** Resolves when this world is on screen. */
  shown(worldId: string): Promise<void>;
}

/** The page's side of taking in a whole shop. A thread of its own reads and keeps the files; here its parts pass by one at a time. */
export function shopFiles({ threads, worldId, shown }: ShopFilesHost): Pick<ShopTools, 'readShop' | 'importShop'> {
  let reader: { readonly worker: Worker; readonly door: Remote<ImportDoor> } | null = null;
  let read: { readonly preview: ImportPreview; readonly into: string; readonly name: string } | null = null;

  function beginReader(): Remote<ImportDoor> {
    reader?.worker.terminate();
    const worker = new Worker(trustedUrl(importUrl), { type: 'module', name: 'import' });
    reader = { worker, door: wrap<ImportDoor>(worker) };
    return reader.door;
  }

  return {
    async readShop(files, into, { signal }) {
      read = null;
      const door = beginReader();
      const index = await threads.ask((world) => world.importIndex(into === 'new'));
      const preview = await orStopped(door.read([...files], index), signal, () => reader?.worker.terminate());
      const name = files.length > 1 ? 'retail data' : (files[0]?.name ?? 'shop').replace(/\.[^.]*$/, '').slice(0, 60);
      read = { preview, into: into === 'new' ? `shop-${preview.importId}` : worldId(), name };
      return preview;
    },

    async importShop({ signal, onProgress }: Watch): Promise<ShopImport> {
      if (!read || !reader) throw new AppError('InvalidInput', 'Pick the file again: what was read of it is gone.');
      const { preview, into, name } = read;
      if (into !== worldId()) {
        await threads.act('openEmpty', into, name);
        await shown(into);
      }
      const leftOut: { id: string; because: string }[] = [];
      let taken = 0;
      let done = 0;
      while (done < preview.steps && !signal.aborted) {
        onProgress(done, preview.steps);
        const parts = await partsAtOnce(reader.door, done, preview.steps);
        // Each has an id of its own: which of them comes first does not matter.
        const outcomes = await Promise.all(
          parts.map(({ inputId, act }) => threads.act('takeImport', into, inputId, act)),
        );
        for (const outcome of outcomes) leftOut.push(...outcome.leftOut);
        for (const { count } of parts) taken += count;
        done += parts.length;
      }
      onProgress(done, preview.steps);
      return {
        taken,
        leftOut: leftOut.slice(0, leftOutInReport),
        leftOutInAll: leftOut.length,
        stopped: done < preview.steps,
      };
    },
  };
}

/** The next parts that do not rest on one another: those of one kind, a few at a time; the very first, which puts agents to rest, alone. */
async function partsAtOnce(door: Remote<ImportDoor>, from: number, of: number): Promise<ImportStep[]> {
  const first = await door.step(from);
  const parts = [first];
  while (from > 0 && parts.length < atOnce && from + parts.length < of) {
    const next = await door.step(from + parts.length);
    if (next.act.kind !== first.act.kind) break;
    parts.push(next);
  }
  return parts;
}

/** What is being waited for, or Cancelled as soon as the signal fires. */
function orStopped<T>(waited: Promise<T>, signal: AbortSignal, stop: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      stop();
      reject(new AppError('Cancelled', 'Reading was stopped. Nothing was taken in.'));
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    waited.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
