import { z } from 'zod';
import { AppError, caps, readJson } from '../../kernel';

// What the shelf keeps of a model besides its bytes. Any script of this origin could have written it, so it is parsed.
const card = z.strictObject({
  /** A file name, too: small letters, digits, dots and dashes. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/),
  name: z.string().max(120),
  engine: z.literal('wllama'),
  /** Where it came from; null for a file of this device. */
  url: z.string().max(2000).nullable(),
  /** Of the whole file; null while nobody knows. */
  bytes: z.number().int().min(0).nullable(),
  contextTokens: z.number().int().min(1),
  license: z.string().max(200).nullable(),
  /** Of the whole file, when it is here. */
  sha256: z.string().max(64).nullable(),
  /** Which version of the file it was at its server: what goes on later must be the same one. */
  etag: z.string().max(300).nullable(),
});

/** A model on this device, or as much of it as is here. */
export type ModelCard = z.infer<typeof card>;

/** A card, and how many bytes are here. It is whole only when its hash was taken. */
export type ShelvedModel = ModelCard & { readonly here: number };

const most = { chars: 8000, depth: 4 };

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
    if (read) found.push({ ...read, here: (await fileOf(read.id))?.size ?? 0 });
  }
  return found.sort((a, b) => (a.bytes ?? 0) - (b.bytes ?? 0));
}

/** The card of a model. @throws ModelUnavailable when it is not on this device. */
export async function cardOf(id: string): Promise<ModelCard> {
  const shelf = await openShelf();
  const handle = await shelf.getFileHandle(`${id}.json`).catch(() => null);
  const read = handle && (await readCard(handle));
  if (!read)
    throw new AppError('ModelUnavailable', `The model "${id}" is not on this device. Get it on the Models screen.`);
  return read;
}

/** Writes a card, in place of the one before it. */
export async function writeCard(written: ModelCard): Promise<void> {
  const handle = await (await openShelf()).getFileHandle(`${written.id}.json`, { create: true });
  const writable = await handle.createWritable();
  await writable.write(JSON.stringify(card.parse(written)));
  await writable.close();
}

/** The bytes of a model that are here; null when there are none. */
export async function fileOf(id: string): Promise<File | null> {
  const handle = await (await openShelf()).getFileHandle(`${id}.gguf`).catch(() => null);
  return handle ? handle.getFile() : null;
}

/** Takes a model off the shelf; its space is free then. */
export async function removeFromShelf(id: string): Promise<void> {
  const shelf = await openShelf();
  for (const name of [`${id}.gguf`, `${id}.json`]) await shelf.removeEntry(name).catch(ignoreMissing);
}

async function readCard(handle: FileSystemFileHandle): Promise<ModelCard | null> {
  const text = await (await handle.getFile()).text();
  const read = readJson(text, { ...most, chars: Math.min(most.chars, caps.sideText.chars) });
  return 'value' in read ? (card.safeParse(read.value).data ?? null) : null;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'NotFoundError') throw error;
}
