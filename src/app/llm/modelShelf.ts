import { AppError, caps, readJson } from '../../kernel';
import { modelCard, type ModelCard } from './modelCard';
import { deleteFiles } from './packCache';

/** A card, and how many bytes are here. It is whole only when its hash was taken. */
export type ShelvedModel = ModelCard & { readonly here: number };

const most = { chars: 2_000_000, depth: 6 };

/** The models of this app on this device: files of the browser's own file system, each beside a card that says what it is. */
export async function openShelf(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('models', { create: true });
}

/** Everything on the shelf, whole or not. What has no card that can be read is not there. */
export async function listShelf(): Promise<ShelvedModel[]> {
  const shelf = await openShelf();
  const found: ShelvedModel[] = [];
  for await (const [name, handle] of shelf.entries()) {
    if (!name.endsWith('.json') || handle.kind !== 'file') continue;
    const read = await readCard(handle);
    if (read) found.push({ ...read, here: await bytesHere(read) });
  }
  return found.sort((a, b) => (a.bytes ?? 0) - (b.bytes ?? 0));
}

/** The card of a model. @throws ModelUnavailable when it is not on this device. */
export async function cardOf(id: string): Promise<ModelCard> {
  const shelf = await openShelf();
  const handle = await shelf.getFileHandle(`${plain(id)}.json`).catch(() => null);
  const read = handle && (await readCard(handle));
  if (!read)
    throw new AppError('ModelUnavailable', `The model "${id}" is not on this device. Get it on the Models screen.`);
  return read;
}

/** Writes a card, in place of the one before it. */
export async function writeCard(written: ModelCard): Promise<void> {
  const handle = await (await openShelf()).getFileHandle(`${plain(written.id)}.json`, { create: true });
  const writable = await handle.createWritable();
  await writable.write(JSON.stringify(modelCard.parse(written)));
  await writable.close();
}

/** Writes down that a person lets an unknown program of a model run here. */
export async function trustModel(id: string): Promise<void> {
  const card = await cardOf(id);
  if (card.engine === 'webllm') await writeCard({ ...card, trusted: true });
}

/** The bytes of a model that are here; null when there are none. */
export async function fileOf(id: string): Promise<File | null> {
  const handle = await (await openShelf()).getFileHandle(`${id}.gguf`).catch(() => null);
  return handle ? handle.getFile() : null;
}

/** Takes a model off the shelf; its space is free then. */
export async function removeFromShelf(id: string): Promise<void> {
  const shelf = await openShelf();
  const found = await cardOf(id).catch(() => null);
  if (found?.engine === 'webllm') await deleteFiles(found);
  for (const name of [`${plain(id)}.gguf`, `${plain(id)}.json`]) await shelf.removeEntry(name).catch(ignoreMissing);
}

async function bytesHere(read: ModelCard): Promise<number> {
  if (read.engine === 'wllama') return (await fileOf(read.id))?.size ?? 0;
  return read.files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** An id as part of a file's name: some disks take no colon, and no id has a tilde. */
const plain = (id: string) => id.replace(':', '~');

async function readCard(handle: FileSystemFileHandle): Promise<ModelCard | null> {
  const text = await textOf(handle).catch(() => textOf(handle).catch(() => ''));
  const read = readJson(text, { ...most, chars: Math.min(most.chars, caps.sideText.chars) });
  return 'value' in read ? (modelCard.safeParse(read.value).data ?? null) : null;
}

/** Another thread may write it anew, or remove it, while it is read: then it is looked at once more. */
const textOf = async (handle: FileSystemFileHandle): Promise<string> => (await handle.getFile()).text();

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'NotFoundError') throw error;
}
