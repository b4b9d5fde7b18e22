import type { Embedder } from './Embedder';
import { grown } from './grown';

/**
 * The vectors of a knowledge base's rows, in one flat array. Each row remembers which embedder made its vector; only rows of the
 * present one are compared, so spaces never mix.
 */
export class Vectors {
  #embedder: Embedder | null = null;
  #flat = new Int8Array(0);
  /** Counts the embedders there were; with each row, the count at which its vector was made. 0: it has none. */
  #generation = 0;
  #madeBy = new Uint16Array(0);

  get embedder(): Embedder | null {
    return this.#embedder;
  }

  /** From now on this embedder, or none. Vectors of another one are as good as gone. */
  use(embedder: Embedder | null): void {
    if (embedder?.id === this.#embedder?.id) return;
    this.#embedder = embedder;
    this.#flat = new Int8Array(0);
    this.#generation += 1;
  }

  /** Makes the row's vector, unless the present embedder already has. */
  bring(row: number, text: string): void {
    if (!this.#embedder || this.#madeBy[row] === this.#generation) return;
    const { dimensions } = this.#embedder;
    this.#flat = grown(this.#flat, (row + 1) * dimensions);
    this.#madeBy = grown(this.#madeBy, row + 1);
    this.#flat.set(this.#embedder.embed(text), row * dimensions);
    this.#madeBy[row] = this.#generation;
  }

  drop(row: number): void {
    if (row < this.#madeBy.length) this.#madeBy[row] = 0;
  }

  /** The cosine of the question's angle to each row, −1 to 1; null when there is no embedder or it knows no word of the question. */
  nearness(question: string, rows: readonly number[]): Float64Array | null {
    const asked = this.#embedder?.embed(question);
    if (!asked?.some((value) => value !== 0)) return null;
    const { length } = asked;
    return Float64Array.from(rows, (row) => {
      if (this.#madeBy[row] !== this.#generation) throw new Error(`row ${row} has no vector of this embedder`);
      let product = 0;
      for (let i = 0, at = row * length; i < length; i++, at++) product += asked[i]! * this.#flat[at]!;
      return product / (127 * 127);
    });
  }
}
