import type { TermCounts } from './TermIndex';

// The usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009).
const k1 = 1.2;
const b = 0.75;

/**
 * BM25 of each row. How rare a word is, and how long a text usually is, is counted over the given rows only: what the asker may not
 * see does not move a score by a hair.
 */
export function bm25({ words: terms, counts, lengths }: TermCounts): Float64Array {
  const found = new Uint32Array(terms.length);
  counts.forEach((count, at) => count && (found[at % terms.length]! += 1));
  const averageLength = lengths.reduce((sum, words) => sum + words, 0) / lengths.length || 1;
  const rarity = Float64Array.from(found, (df) => Math.log(1 + (lengths.length - df + 0.5) / (df + 0.5)));
  return lengths.map((words, row) => {
    const damping = k1 * (1 - b + (b * words) / averageLength);
    let score = 0;
    for (let term = 0; term < terms.length; term++) {
      const tf = counts[row * terms.length + term]!;
      if (tf) score += (rarity[term]! * tf * (k1 + 1)) / (tf + damping);
    }
    return score;
  });
}
