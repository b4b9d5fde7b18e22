/** Every way in which the house can fail, by a name that survives a worker boundary. */
export type ErrorCode =
  | 'LogFull'
  | 'LogBlocked'
  | 'LogClosed'
  | 'LogFailed'
  | 'EpochLost'
  | 'ConditionFailed'
  | 'UnknownWorld'
  | 'InvalidEvent'
  | 'NotYours'
  | 'InvalidInput'
  | 'EngineFailed'
  | 'EngineLost'
  | 'EngineStuck'
  | 'ContextOverflow'
  | 'ModelUnavailable'
  | 'ModelCorrupt'
  | 'ModelTooBig'
  | 'DownloadFailed'
  | 'Cancelled';

/**
 * An error a person can act on: `name` is its code (Comlink passes only name, message and stack between threads), `message` says
 * what was expected, what was found and what to do.
 */
export class AppError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = code;
  }
}

/** True for an error with this code, also when it was rebuilt on the other side of a worker boundary. */
export function isAppError(error: unknown, code: ErrorCode): error is Error {
  return error instanceof Error && error.name === code;
}
