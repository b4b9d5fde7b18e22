import { termsOf } from './terms';

/** One document's terms: pairs of (term, how often), packed, and how many words it has. */
export interface Posting {
  readonly terms: Uint32Array;
  readonly length: number;
}

/** Numbers for words, shared by all documents of one knowledge base. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  /** Packs a text; words not seen before get a number. */
  index(text: string): Posting {
    const counts = new Map<number, number>();
    const words = termsOf(text);
    for (const word of words) {
      let number = this.#numbers.get(word);
      if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const terms = new Uint32Array(counts.size * 2);
    let i = 0;
    for (const [number, count] of counts) {
      terms[i++] = number;
      terms[i++] = count;
    }
    return { terms, length: words.length };
  }

  /** The numbers of a question's words, each once; words that no document has are left out. */
  lookUp(text: string): number[] {
    return [...new Set(termsOf(text))].flatMap((word) => this.#numbers.get(word) ?? []);
  }
}

// The usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009).
const k1 = 1.2;
const b = 0.75;

/**
 * BM25 of each posting for these terms. Frequencies are counted over the given postings only: what the asker may not see does not
 * move a score by a hair.
 */
export function bm25(terms: readonly number[], postings: readonly Posting[]): Float64Array {
  const slots = new Map(terms.map((term, slot) => [term, slot]));
  const counts = new Uint32Array(terms.length * postings.length);
  const found = new Uint32Array(terms.length);
  let words = 0;
  postings.forEach((posting, row) => {
    words += posting.length;
    for (let i = 0; i < posting.terms.length; i += 2) {
      const slot = slots.get(posting.terms[i]!);
      if (slot === undefined) continue;
      counts[row * terms.length + slot] = posting.terms[i + 1]!;
      found[slot]! += 1;
    }
  });
  const averageLength = words / postings.length || 1;
  const rarity = Float64Array.from(found, (df) => Math.log(1 + (postings.length - df + 0.5) / (df + 0.5)));
  return Float64Array.from(postings, (posting, row) => {
    let score = 0;
    for (let slot = 0; slot < terms.length; slot++) {
      const tf = counts[row * terms.length + slot]!;
      if (tf) score += (rarity[slot]! * tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * posting.length) / averageLength));
    }
    return score;
  });
}
