import { isAppError, type ErrorCode } from '../../kernel';

const wayOut: Partial<Record<ErrorCode, string>> = {
  LogFull: 'The disk is full. Free some space, then try again: nothing was half written.',
  LogBlocked: 'The browser keeps this page from its storage. Allow it, or leave private browsing, then reload.',
  LogClosed: 'The storage was closed under this page. Reload it: everything that was saved is there.',
  EpochLost: 'Another tab has taken over the shop. Go on there, or reload this one.',
  ConditionFailed: 'Something changed at the same moment. Look again, then try once more.',
};

/** An error as a person reads it: what happened, and the way on. */
export function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = Object.keys(wayOut).find((one) => isAppError(error, one as ErrorCode)) as ErrorCode | undefined;
  return code ? `${wayOut[code]} (${message})` : message || 'That did not work, and nothing says why. Reload the page.';
}

/** True for what must interrupt: the storage is gone or full, or somebody else holds the shop. */
export function isUrgent(text: string): boolean {
  return (['LogFull', 'LogBlocked', 'LogClosed', 'EpochLost', 'ConditionFailed'] as const).some((code) =>
    text.startsWith(wayOut[code] ?? '\n'),
  );
}
