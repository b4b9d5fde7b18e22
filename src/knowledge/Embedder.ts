/** Turns texts into vectors, so that texts that mean alike lie near each other. Pure: the same text gives the same bytes. */
export interface Embedder {
  /** Names its space. Vectors of different spaces say nothing about each other, so they are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** A vector of length one, as int8 (value = int8 ÷ 127); all zeros when it knows none of the words. */
  embed(text: string): Int8Array;
}
