import { canonicalJson, sha256HexLater } from '../../kernel';
import { plainOf, type Capture, type Collection } from './captureState';

/** A chunk that is known to be stored, with the entries that it holds. */
export interface KnownChunk {
  readonly digest: string;
  readonly items: readonly unknown[];
}

/** The chunks of each large collection of a state, by where in the state it is. */
export type KnownChunks = Map<string, readonly KnownChunk[]>;

/** A state in the form in which it is stored. */
export interface EncodedState {
  readonly outline: string;
  readonly chunks: readonly string[];
  readonly known: KnownChunks;
}

/** Items per chunk: half as many entries of a map. */
const perChunk = 1024;

/**
 * Brings a captured state into the form in which it is stored. A chunk all of whose entries are the very ones of a known chunk is taken over as
 * it is; of any other, `store` gets the digest and the text. After each of those `pause` is waited for.
 */
export async function encodeState(
  { outline, collections }: Capture,
  before: KnownChunks,
  store: (digest: string, text: string) => Promise<void>,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<EncodedState> {
  const known: KnownChunks = new Map();

  async function encode(items: readonly unknown[]): Promise<KnownChunk> {
    const text = canonicalJson(plainOf(items));
    const digest = await sha256HexLater(text);
    await store(digest, text);
    await pause();
    return { digest, items };
  }

  async function chunksOf({ path, items }: Collection): Promise<readonly KnownChunk[]> {
    const old = before.get(path) ?? [];
    const chunks: KnownChunk[] = [];
    for (let at = 0; at < items.length; at += perChunk) {
      const now = items.slice(at, at + perChunk);
      const then = old[chunks.length];
      chunks.push(then && sameItems(then.items, now) ? then : await encode(now));
    }
    return chunks;
  }

  for (const collection of collections) known.set(collection.path, await chunksOf(collection));
  const digests = collections.map(({ path }) => (known.get(path) ?? []).map(({ digest }) => digest));
  return {
    outline: canonicalJson({ outline, chunks: collections.map(({ path }, n) => ({ path, digests: digests[n] })) }),
    chunks: digests.flat(),
    known,
  };
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
