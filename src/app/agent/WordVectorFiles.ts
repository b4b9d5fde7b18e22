/** The files of `public/embeddings`, as they were read. They are transferred: whoever hands them over no longer has them. */
export interface WordVectorFiles {
  readonly words: ArrayBuffer;
  readonly vectors: ArrayBuffer;
  readonly scales: ArrayBuffer;
  readonly weights: ArrayBuffer;
}
