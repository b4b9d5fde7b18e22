import { gunzip, sha256HexLater } from '../../kernel';
import { valueOf } from './captureState';
import type { KnownChunk, KnownChunks } from './encodeState';
import type { SnapshotRow } from './SnapshotStore';

/**
 * Reads a stored state back, and which chunks its collections came from.
 * @throws an error that says what cannot be read: a chunk that is missing or is not what its digest says, an outline that is none.
 */
export async function decodeState(
  row: Pick<SnapshotRow, 'outline' | 'chunks'>,
  bytesOf: (digests: readonly string[]) => Promise<readonly (Uint8Array<ArrayBuffer> | null)[]>,
): Promise<{ state: unknown; known: KnownChunks }> {
  const { outline, chunks } = JSON.parse(row.outline) as {
    outline: unknown;
    chunks: readonly { path: string; digests: readonly string[] }[];
  };
  const digests = [...new Set(row.chunks)];
  const stored = await bytesOf(digests);
  const read = await Promise.all(digests.map((digest, at) => readChunk(digest, stored[at] ?? null)));
  const itemsOf = new Map(digests.map((digest, at) => [digest, read[at] ?? []]));

  const known: KnownChunks = new Map();
  const collections = chunks.map(({ path, digests: own }) => {
    const found = own.map((digest): KnownChunk => {
      const items = itemsOf.get(digest);
      if (!items) throw new Error(`the list of chunks does not name ${digest}`);
      return { digest, items };
    });
    known.set(path, found);
    return found.flatMap(({ items }) => items);
  });
  const state = valueOf(outline, (place) => collections[(place as { of: number }).of] ?? []);
  return { state, known };
}

async function readChunk(digest: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<readonly unknown[]> {
  if (!bytes) throw new Error(`chunk ${digest} is missing`);
  const plain = await gunzip(bytes);
  if ((await sha256HexLater(plain)) !== digest) throw new Error(`chunk ${digest} is not what its digest says`);
  const text = new TextDecoder().decode(plain);
  const items = JSON.parse(text) as unknown[];
  return text.includes('"$":') ? (valueOf(items, () => []) as unknown[]) : items;
}
