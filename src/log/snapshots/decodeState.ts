import { sha256HexLater } from '../../kernel';
import { valueOf } from './captureState';
import type { KnownChunk, KnownChunks } from './encodeState';
import type { SnapshotRow } from './SnapshotStore';

/**
 * Reads a stored state back, and which chunks its collections came from.
 * @throws an error that says what cannot be read: a chunk that is missing or is not what its digest says, an outline that is none.
 */
export async function decodeState(
  row: Pick<SnapshotRow, 'outline' | 'chunks'>,
  textsOf: (digests: readonly string[]) => Promise<readonly (string | null)[]>,
): Promise<{ state: unknown; known: KnownChunks }> {
  const { outline, chunks } = JSON.parse(row.outline) as {
    outline: unknown;
    chunks: readonly { path: string; digests: readonly string[] }[];
  };
  const digests = [...new Set(row.chunks)];
  const stored = await textsOf(digests);
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

async function readChunk(digest: string, text: string | null): Promise<readonly unknown[]> {
  if (text === null) throw new Error(`chunk ${digest} is missing`);
  if ((await sha256HexLater(text)) !== digest) throw new Error(`chunk ${digest} is not what its digest says`);
  const items = JSON.parse(text) as unknown[];
  return text.includes('"$":') ? (valueOf(items, () => []) as unknown[]) : items;
}
