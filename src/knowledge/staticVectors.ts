import { AppError, sha256Hex } from '../kernel';
import type { Embedder } from './Embedder';

/** A table of word vectors, as its four files hold it. Row i belongs to word i; value = int8 × scale of its row. */
export interface WordVectors {
  /** One lower-case word a line. */
  readonly words: string;
  readonly vectors: Int8Array;
  readonly scales: Float32Array;
  /** How much each word counts in an average: little when it is frequent. */
  readonly weights: Float32Array;
}

/**
 * An embedder that looks words up in a table and averages them, weighted by their rarity (Arora, Liang and Ma, A Simple but
 * Tough-to-Beat Baseline for Sentence Embeddings, 2017). English only. Its id contains a hash of the table.
 *
 * @throws InvalidInput when the four files do not belong together.
 */
export function staticVectors({ words, vectors, scales, weights }: WordVectors): Embedder {
  const list = words.split('\n').filter((word) => word !== '');
  const dimensions = vectors.length / list.length;
  if (!(dimensions >= 1 && Number.isInteger(dimensions)) || [scales, weights].some((a) => a.length !== list.length)) {
    throw new AppError(
      'InvalidInput',
      `The word vectors do not fit together: ${list.length} words, ${vectors.length} values, ${scales.length} scales, ` +
        `${weights.length} weights. Load the app anew.`,
    );
  }
  const rows = new Map(list.map((word, row) => [word, row]));
  const table = new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);

  return {
    id: `static-${dimensions}-${sha256Hex(table).slice(0, 12)}`,
    dimensions,
    embed(text) {
      const sum = new Float64Array(dimensions);
      for (const word of wordsOf(text)) {
        const row = rows.get(word);
        if (row === undefined) continue;
        const weight = scales[row]! * weights[row]!;
        for (let i = 0, at = row * dimensions; i < dimensions; i++, at++) sum[i]! += weight * vectors[at]!;
      }
      const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
      return length > 0
        ? Int8Array.from(sum, (value) => Math.round((value / length) * 127))
        : new Int8Array(dimensions);
    },
  };
}

/** Whole words, unlike the stems of `termsOf`: the table has "broken" and "breaks". Accents fall away. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}
