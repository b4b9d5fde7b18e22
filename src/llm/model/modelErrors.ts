import { AppError, type ErrorCode } from '../../kernel';

/** The ways in which a model can fail, and what a person can do about each. */
export const wayOut = {
  ModelUnavailable: 'Choose another engine; the scripted one is always there.',
  ModelCorrupt: 'Get it again from where it came from; if it is on this device, delete it first.',
  ModelTooBig: 'Choose a smaller model, or free space by deleting one that is not used.',
  DownloadFailed: 'What was fetched so far is kept: go on later from here.',
  ContextOverflow: 'Choose a model with a larger context.',
  EngineLost: 'The model is begun again with the next question.',
  EngineStuck: 'The model is begun again with the next question. Choose a smaller model if this happens often.',
} as const satisfies Partial<Record<ErrorCode, string>>;

export type ModelErrorCode = keyof typeof wayOut;

/** An error of an engine: its code, what was found, and the way out. */
export function modelError(code: ModelErrorCode, found: string, cause?: unknown): AppError {
  return new AppError(code, `${found} ${wayOut[code]}`, cause === undefined ? {} : { cause });
}

/** True when whatever ran the model is gone: a new one may answer the same question. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && (error.name === 'EngineLost' || error.name === 'EngineStuck');
}
