import { AppError, type ErrorCode } from '../../kernel';

const known: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  QuotaExceededError: [
    'LogFull',
    'The disk space this browser grants is used up, and nothing was written. Free some space, or export and reset a world.',
  ],
  DatabaseClosedError: [
    'LogClosed',
    'The database was closed, perhaps by another tab that resets it. Reload this tab.',
  ],
  InvalidStateError: ['LogClosed', 'The database went away while it was in use. Reload this tab.'],
  VersionError: [
    'LogBlocked',
    'Another tab has already upgraded the database. Reload this tab to get the new version.',
  ],
  MissingAPIError: ['LogFailed', 'This browser window has no IndexedDB (some private modes). Use a normal window.'],
  OpenFailedError: ['LogFailed', 'The database could not be opened.'],
};

/** Runs something on the database and turns whatever it throws into one of ours, with words and the cause kept. */
export async function storeErrors<T>(run: () => PromiseLike<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw translate(error);
  }
}

function translate(error: unknown): AppError {
  // Dexie wraps: an AbortError holds the QuotaExceededError that caused it.
  const seen = new Set<unknown>();
  for (let current = error; current instanceof Error && !seen.has(current); current = innerOf(current)) {
    seen.add(current);
    const match = known[current.name];
    if (match && current.name !== 'OpenFailedError') return new AppError(...match, { cause: error });
    if (current instanceof AppError) return current;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new AppError('LogFailed', `The database failed: ${message} Reload; if it stays, export and reset.`, {
    cause: error,
  });
}

function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : error.cause;
}
