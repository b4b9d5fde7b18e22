import { AppError, runningSha256 } from '../../kernel';
import { modelError, type LoadProgress } from '../../llm';
import { readGguf } from '../../llm/engines/wllama';
import type { GgufCard } from './modelCard';
import { cardOf, fileOf, openShelf, removeFromShelf, writeCard } from './modelShelf';
import { mostContextTokens, mustFit } from './spaceFor';

/** How often a cut connection is taken up again before a person is asked. */
const mostTries = 3;

export interface KeepWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** A fresh card for a model of which nothing is here yet. */
export function newCard(id: string, name: string, url: string | null): GgufCard {
  const unknown = { bytes: null, contextTokens: mostContextTokens, license: null, sha256: null, etag: null };
  return { id, name, engine: 'wllama', url, ...unknown };
}

/**
 * Fetches a model, or the rest of it, onto the shelf. What arrived stays when the connection is cut or the tab is closed; the next call goes
 * on from there, if the server still has the same file. What is no model is removed before anybody can load it.
 * @throws DownloadFailed, ModelCorrupt, ModelTooBig, Cancelled.
 */
export async function fetchModel(id: string, watch: KeepWatch): Promise<GgufCard> {
  for (let tries = 1; ; tries++) {
    try {
      await fetchRest(await ggufCardOf(id), watch);
      return await finish(id, watch);
    } catch (error) {
      const isCut = error instanceof Error && error.name === 'DownloadFailed' && error.cause instanceof TypeError;
      if (isCut && tries < mostTries) continue;
      await clearAway(id, error);
      throw error;
    }
  }
}

async function ggufCardOf(id: string): Promise<GgufCard> {
  const card = await cardOf(id);
  if (card.engine !== 'wllama') throw modelError('ModelUnavailable', `${card.name} is no GGUF file.`);
  return card;
}

/** What is no model, or nothing at all, does not stay on the shelf. */
async function clearAway(id: string, error: unknown): Promise<void> {
  const isCorrupt = error instanceof Error && error.name === 'ModelCorrupt';
  if (isCorrupt || !((await fileOf(id))?.size ?? 0)) await removeFromShelf(id);
}

/** Puts a file of this device onto the shelf. @throws ModelCorrupt, ModelTooBig, Cancelled. */
export async function takeModelFile(card: GgufCard, file: Blob, watch: KeepWatch): Promise<GgufCard> {
  watch.onProgress({ phase: 'verify', done: 0, of: file.size });
  await readGguf(file);
  await mustFit(file.size);
  await writeCard({ ...card, bytes: file.size });
  try {
    await append(
      card.id,
      0,
      file.stream(),
      (done) => watch.onProgress({ phase: 'download', done, of: file.size }),
      watch.signal,
    );
    return await finish(card.id, watch);
  } catch (error) {
    // A file that is still where it was is quickly taken again: half of it is of no use here.
    await removeFromShelf(card.id);
    throw error;
  }
}

async function fetchRest(card: GgufCard, { signal, onProgress }: KeepWatch): Promise<void> {
  const have = (await fileOf(card.id))?.size ?? 0;
  if (card.bytes !== null && have === card.bytes) return;
  if (card.url === null) throw modelError('DownloadFailed', `${card.name} came from a file. Choose the file again.`);
  const goesOn = have > 0 && card.etag !== null;
  const headers: HeadersInit = goesOn ? { Range: `bytes=${have}-`, 'If-Range': card.etag as string } : {};
  const response = await fetch(card.url, {
    headers,
    signal,
    redirect: 'follow',
    credentials: 'omit',
    cache: 'no-store',
  }).catch((cause: unknown) => {
    throw signal.aborted ? stopped(card) : cut(card, have, cause);
  });
  if (!response.ok || !response.body)
    throw modelError('DownloadFailed', `${hostOf(card.url)} answered ${response.status} for ${card.name}.`);
  const type = response.headers.get('content-type') ?? '';
  if (/html|json|text\/plain/.test(type) && !goesOn)
    throw modelError('ModelCorrupt', `${hostOf(card.url)} sent a page (${type}) in place of a model.`);
  const from = response.status === 206 ? have : 0;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const bytes = Number.isFinite(length) && !response.headers.get('content-encoding') ? from + length : null;
  if (bytes !== null) await mustFit(bytes - from);
  const etag = response.headers.get('etag');
  // A weak mark does not promise the same bytes.
  await writeCard({ ...card, bytes, etag: etag?.startsWith('W/') ? null : etag });
  onProgress({ phase: 'download', done: from, of: bytes });
  try {
    await append(card.id, from, response.body, (done) => onProgress({ phase: 'download', done, of: bytes }), signal);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal.aborted) throw stopped(card);
    const here = (await fileOf(card.id))?.size ?? 0;
    if (error instanceof Error && error.name === 'QuotaExceededError')
      throw modelError('ModelTooBig', `The browser's space was full after ${here} bytes of ${card.name}.`, error);
    throw cut(card, here, error);
  }
}

/** A file that is written in place, piece by piece; only threads may, so the page's own types do not know it. */
interface WritableInPlace {
  createSyncAccessHandle(): Promise<{
    truncate(size: number): void;
    write(bytes: Uint8Array, options: { at: number }): number;
    flush(): void;
    close(): void;
  }>;
}

/** Writes a stream to a model's file, from a place on. Each piece is on the disk before the next is asked for. */
async function append(
  id: string,
  from: number,
  stream: ReadableStream<Uint8Array>,
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const handle = await (await openShelf()).getFileHandle(`${id}.gguf`, { create: true });
  const access = await (handle as unknown as WritableInPlace).createSyncAccessHandle();
  const reader = stream.getReader();
  let at = from;
  try {
    access.truncate(from);
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) throw new AppError('Cancelled', 'It was stopped. What is here stays here.');
      if (done) break;
      if (at === 0 && !beginsAsModel(value))
        throw modelError('ModelCorrupt', 'What came is no GGUF model: it does not begin with "GGUF".');
      if (access.write(value, { at }) !== value.length)
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      at += value.length;
      onBytes(at);
    }
    access.flush();
  } finally {
    access.close();
    await reader.cancel().catch(() => undefined);
  }
}

/** Looks the whole file over, takes its hash, and only then says that it is whole. */
async function finish(id: string, { signal, onProgress }: KeepWatch): Promise<GgufCard> {
  const card = await ggufCardOf(id);
  const file = await fileOf(id);
  if (!file) throw modelError('DownloadFailed', `Nothing of ${card.name} arrived.`);
  try {
    const header = await readGguf(file);
    const hash = runningSha256();
    let done = 0;
    for await (const piece of piecesOf(file)) {
      if (signal.aborted) throw stopped(card);
      hash.add(piece);
      onProgress({ phase: 'verify', done: (done += piece.length), of: file.size });
    }
    const whole = {
      ...card,
      name: header.name,
      bytes: file.size,
      license: header.license?.slice(0, 200) ?? null,
      contextTokens: Math.min(mostContextTokens, header.contextTokens ?? mostContextTokens),
      sha256: hash.hex(),
    };
    await writeCard(whole);
    return whole;
  } catch (error) {
    await clearAway(id, error);
    throw error;
  }
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const size = 4 * 1024 * 1024;
  for (let at = 0; at < file.size; at += size) yield new Uint8Array(await file.slice(at, at + size).arrayBuffer());
}

const beginsAsModel = (bytes: Uint8Array) =>
  ['G', 'G', 'U', 'F'].every((letter, n) => bytes[n] === letter.charCodeAt(0));
const hostOf = (url: string) => new URL(url).host;
const stopped = (card: GgufCard) => new AppError('Cancelled', `${card.name} was stopped. What is here stays here.`);
const cut = (card: GgufCard, here: number, cause: unknown) =>
  modelError('DownloadFailed', `The connection for ${card.name} was cut after ${here} bytes.`, cause);
