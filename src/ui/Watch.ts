/** How work with files is watched and stopped. `done` and `of` count what the work counts; `of` is null while nobody knows. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number | null) => void;
}
