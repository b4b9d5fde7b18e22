import { grown } from './grown';
import { askedTerms, termsOf } from './terms';

/** The documents that a search may look at, and what they say of its terms. Numbers of other documents are not in it. */
export interface TermCounts {
  /** The question's words, as it spells them; words that no document has are left out. */
  readonly words: readonly string[];
  /** How often each row has each of them, in whatever form: row by row. */
  readonly counts: Uint8Array;
  /** How many words each row has. */
  readonly lengths: Float64Array;
}

// A posting is one number: the term's in the upper 24 bits, how often it stands there (at most 255) in the lower 8.
const countBits = 8;
const mostCounted = 255;

/** The words of a knowledge base's rows, packed into one array. A row that is dropped leaves a hole; holes are closed past a quarter. */
export class TermIndex {
  readonly #numbers = new Map<string, number>();
  #pool = new Uint32Array(0);
  #end = 0;
  #holes = 0;
  /** Where each row's postings begin, counted from 1; 0: the row is not indexed. */
  #starts = new Uint32Array(0);
  #sizes = new Uint32Array(0);
  #lengths = new Uint32Array(0);
  /** By term: its place among the terms of the question that is being answered, counted from 1. */
  #places = new Uint8Array(0);

  /** Indexes the row's text, unless it already is. */
  bring(row: number, text: string): void {
    if (this.#starts[row]) return;
    const words = termsOf(text);
    const counts = new Map<number, number>();
    for (const word of words) {
      const number = this.#numberOf(word);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    this.#starts = grown(this.#starts, row + 1);
    this.#sizes = grown(this.#sizes, row + 1);
    this.#lengths = grown(this.#lengths, row + 1);
    this.#pool = grown(this.#pool, this.#end + counts.size);
    this.#starts[row] = this.#end + 1;
    this.#sizes[row] = counts.size;
    this.#lengths[row] = words.length;
    for (const [number, count] of counts)
      this.#pool[this.#end++] = ((number << countBits) | Math.min(count, mostCounted)) >>> 0;
  }

  drop(row: number): void {
    if (!this.#starts[row]) return;
    this.#holes += this.#sizes[row]!;
    this.#starts[row] = 0;
    if (this.#holes > 4096 && this.#holes > this.#end / 4) this.#compact();
  }

  /** What these rows, all of them indexed, say of a question's words. */
  count(question: string, rows: readonly number[]): TermCounts {
    const asked = [...askedTerms(question)].slice(0, mostCounted).filter(([term]) => this.#numbers.has(term));
    const numbers = asked.map(([term]) => this.#numbers.get(term)!);
    this.#places = grown(this.#places, this.#numbers.size);
    numbers.forEach((number, at) => (this.#places[number] = at + 1));
    const counts = new Uint8Array(asked.length * rows.length);
    rows.forEach((row, at) => {
      const start = this.#starts[row]! - 1;
      for (let i = start; i < start + this.#sizes[row]!; i++) {
        const posting = this.#pool[i]!;
        const place = this.#places[posting >>> countBits]!;
        if (place) counts[at * asked.length + place - 1] = posting & mostCounted;
      }
    });
    for (const number of numbers) this.#places[number] = 0;
    return {
      words: asked.map(([, word]) => word),
      counts,
      lengths: Float64Array.from(rows, (row) => this.#lengths[row]!),
    };
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    return number;
  }

  #compact(): void {
    const old = this.#pool;
    this.#pool = new Uint32Array(this.#end - this.#holes);
    this.#end = this.#holes = 0;
    this.#starts.forEach((start, row) => {
      if (!start) return;
      const size = this.#sizes[row]!;
      this.#pool.set(old.subarray(start - 1, start - 1 + size), this.#end);
      this.#starts[row] = this.#end + 1;
      this.#end += size;
    });
  }
}
