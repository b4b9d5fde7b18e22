/** What an agent waits on when it has read everything. News may be lost, so a wake may also come for nothing; never a wait for ever. */
export interface Wake {
  /** Resolves at the next news, at once if there was some since the last call, and when the signal aborts. */
  next(signal: AbortSignal): Promise<void>;
}
