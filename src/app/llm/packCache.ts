import { folderOf, libraryAddress, prebuiltModels, weightsAddress } from '../../llm/engines/webllm';
import { packNames } from './packFiles';
import type { PackCard } from './modelCard';

/** The caches in which WebLLM looks for a model's files, by their addresses. They belong to the whole origin: others may keep theirs there. */
const stores = ['webllm/config', 'webllm/wasm', 'webllm/model'] as const;

/** Where WebLLM is told that a model's files come from. Nothing is fetched from there: they are found in its caches. */
export interface PackAddresses {
  /** The folder; it ends in a slash. */
  readonly folder: string;
  readonly program: string;
}

/**
 * A model whose files have the hashes that came with this app is kept under its makers' addresses; any other under a host that cannot exist, so
 * that nobody takes it for theirs.
 */
export function addressesOf({ id, name, program }: Pick<PackCard, 'id' | 'name' | 'program'>): PackAddresses {
  const known = id.startsWith('pack:') ? undefined : prebuiltModels.find((model) => model.name === name);
  if (known)
    return {
      folder: `${weightsAddress}${folderOf(known)}/resolve/main/`,
      program: `${libraryAddress}${known.library}`,
    };
  // The library never keeps what lies on "localhost", wherever that stands in the address.
  const own = id.replace('pack:', '').replaceAll('localhost', 'local');
  return {
    folder: `https://pack.invalid/${own}/resolve/main/`,
    program: `https://pack.invalid/${own}/program/${program.replaceAll('localhost', 'local')}`,
  };
}

function placeOf(card: PackCard, file: string): { store: (typeof stores)[number]; url: string } {
  const { folder, program } = addressesOf(card);
  if (file === card.program) return { store: 'webllm/wasm', url: program };
  return { store: file === packNames.config ? 'webllm/config' : 'webllm/model', url: folder + file };
}

/** Keeps a file where the library looks for it. @throws QuotaExceededError. */
export async function putFile(card: PackCard, file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { store, url } = placeOf(card, file);
  await (
    await caches.open(store)
  ).put(url, new Response(bytes, { headers: { 'Content-Length': String(bytes.length) } }));
}

/** A file that was kept; null when it is not there. */
export async function keptFile(card: PackCard, file: string): Promise<Blob | null> {
  const { store, url } = placeOf(card, file);
  const found = await (await caches.open(store)).match(url);
  return found ? found.blob() : null;
}

/** Removes what lies under this model's own addresses, listed on its card or not, and nothing else. */
export async function deleteFiles(card: PackCard): Promise<void> {
  const { folder, program } = addressesOf(card);
  for (const store of stores) {
    const cache = await caches.open(store);
    for (const { url } of await cache.keys()) if (url.startsWith(folder) || url === program) await cache.delete(url);
  }
}
