/** What a document's score is made of; the score is their sum. */
export interface ScoreParts {
  /** Words in common with the question, by BM25. */
  readonly words: number;
  /** Nearness of what is meant, by vectors; null when the search went by words alone. */
  readonly meaning: number | null;
  /** A little more for what is newer. */
  readonly recency: number;
}

// The newest candidate gets this much more than the oldest: enough to decide between equals.
const recencyWeight = 0.05;

/** How much the words count when there is meaning, too. A customer names what is theirs: orders, sums, days. */
export const wordsWeight = { shared: 0.5, personal: 0.7 } as const;

/**
 * Joins the scores of some candidates: each is brought to 0 … 1 over these candidates (min-max) and weighted (Bruch, Gai and Ingber,
 * An Analysis of Fusion Functions for Hybrid Retrieval, 2023). The lowest word score is 0, having no word in common.
 */
export function fuse(scores: {
  readonly words: Float64Array;
  readonly meaning: Float64Array | null;
  readonly positions: Float64Array;
  readonly wordsWeight: number;
}): (candidate: number) => ScoreParts {
  const weight = scores.meaning ? scores.wordsWeight : 1;
  const words = spread(scores.words, 0);
  const meaning = scores.meaning && spread(scores.meaning);
  const recency = spread(scores.positions);
  return (candidate) => ({
    words: weight * words(candidate),
    meaning: meaning && (1 - weight) * meaning(candidate),
    recency: recencyWeight * recency(candidate),
  });
}

/** Each value's place between the lowest and the highest, 0 to 1; 0 for all when they are equal. */
function spread(values: Float64Array, floor?: number): (at: number) => number {
  const lowest = floor ?? values.reduce((least, value) => Math.min(least, value), Infinity);
  const range = values.reduce((most, value) => Math.max(most, value), -Infinity) - lowest;
  return (at) => (range > 0 ? (values[at]! - lowest) / range : 0);
}
