import { AppError } from '../../kernel';
import { modelError } from '../../llm';
import { beginning } from './packFiles';

/** A file that is coming in. */
export interface OpenFile {
  readonly stream: ReadableStream<Uint8Array>;
  /** Null when nobody says how large it is. */
  readonly bytes: number | null;
}

/** Where the files of a model come from, by their names. */
export interface PackSource {
  /** Null when there is no such file. @throws DownloadFailed, ModelCorrupt, Cancelled. */
  open(name: string, signal: AbortSignal): Promise<OpenFile | null>;
}

/** Files of this device. */
export function filesHere(files: ReadonlyMap<string, Blob>): PackSource {
  return {
    async open(name) {
      const file = files.get(name);
      return file ? { stream: file.stream(), bytes: file.size } : null;
    },
  };
}

/** Files of a server. It must be one that this thread may reach. */
export function filesAt(addressOf: (name: string) => string): PackSource {
  return {
    async open(name, signal) {
      const address = addressOf(name);
      const { host } = new URL(address);
      const response = await fetch(address, { signal, credentials: 'omit', cache: 'no-store' }).catch(
        (cause: unknown) => {
          if (signal.aborted) throw stopped();
          throw modelError(
            'DownloadFailed',
            `${host} could not be reached, or not by this page, or the connection was cut before ${name} came.`,
            cause,
          );
        },
      );
      if (response.status === 404) return null;
      if (!response.ok || !response.body)
        throw modelError('DownloadFailed', `${host} answered ${response.status} for ${name}.`);
      const type = response.headers.get('content-type') ?? '';
      if (type.includes('html')) throw modelError('ModelCorrupt', `${host} sent a page (${type}) in place of ${name}.`);
      const length = Number(response.headers.get('content-length') ?? Number.NaN);
      const isPlain = Number.isFinite(length) && !response.headers.get('content-encoding');
      return { stream: response.body, bytes: isPlain ? length : null };
    },
  };
}

/** How much of a file may come, and how much must. */
export interface Expected {
  readonly name: string;
  readonly most: number;
  readonly exactly: number | null;
}

/** Reads a file to its end. @throws ModelCorrupt when it is larger or shorter than it should be, DownloadFailed when it is cut, Cancelled. */
export async function readWhole(
  { stream, bytes }: OpenFile,
  { name, most, exactly }: Expected,
  signal: AbortSignal,
  onBytes: (more: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = stream.getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw signal.aborted
          ? stopped()
          : modelError('DownloadFailed', `${name} was cut after ${length} bytes.`, cause);
      });
      if (signal.aborted) throw stopped();
      if (done) break;
      pieces.push(value);
      length += value.length;
      onBytes(value.length);
      if (length > (exactly ?? most)) throw tooLong(name, exactly ?? most, pieces);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (bytes !== null && length < bytes)
    throw modelError('DownloadFailed', `${name} was cut after ${length} of ${bytes} bytes.`, new TypeError('cut'));
  if (exactly !== null && length !== exactly)
    throw modelError(
      'ModelCorrupt',
      `${name} has ${length} bytes, its model's own list says ${exactly}: ${beginning(joined(pieces, length))}.`,
    );
  return joined(pieces, length);
}

const tooLong = (name: string, most: number, [first = new Uint8Array()]: readonly Uint8Array[]) =>
  modelError('ModelCorrupt', `${name} is longer than ${most} bytes: ${beginning(first)}.`);

const stopped = () => new AppError('Cancelled', 'It was stopped. What is here stays here.');

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
