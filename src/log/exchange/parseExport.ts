import { AppError, nextTask } from '../../kernel';
import type { Watched } from './exportWorld';
import type { HeaderLine, ReaderLine } from './exportLines';
import { exportReader } from './exportReader';
import type { ExportedCommit, ExportPart, ExportReport } from './ExportReport';

/** After so many lines others are heard: a wish to stop, and the database, which else would wait with what it was given. */
const restEvery = 100;

/** What a reader of an export does with what it is handed, in order; each is waited for. */
export interface ExportTaker {
  header?(header: HeaderLine): Promise<void> | void;
  commit?(commit: ExportedCommit): Promise<void> | void;
  reader?(reader: ReaderLine): Promise<void> | void;
}

/**
 * Reads an export line by line and believes nothing: each line's check, its shape, the hash chain of the commits, every message against its
 * contract, each text against its ref, and the seal. Stops at the first bad line and names it. A file that was forged and sealed anew in
 * all its parts is found only against a head hash noted elsewhere.
 * @param lines without their line feeds (see `linesOf`).
 * @throws Cancelled when the signal fires, and whatever the taker throws.
 */
export async function parseExport(
  lines: AsyncIterable<string> | Iterable<string>,
  { signal, onProgress, taker = {} }: Watched & { readonly taker?: ExportTaker } = {},
): Promise<ExportReport> {
  const reader = exportReader();
  let number = 0;
  const bad = (because: string): ExportReport => ({ ...reader.report(), intact: false, badLine: number, because });

  const source = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  try {
    for (;;) {
      number += 1;
      const next = await nextOf(source);
      if ('because' in next) return bad(next.because);
      if (next.done) break;
      if (signal?.aborted) throw new AppError('Cancelled', `Reading was stopped at line ${number}.`);
      const found = reader.read(next.text);
      if ('because' in found) {
        if (found.line !== undefined) number = found.line;
        return bad(found.because);
      }
      for (const part of found.parts) await hand(part, taker);
      if (number % restEvery === 0) await nextTask();
      if (number % 500 === 0) onProgress?.(reader.report().events, null);
    }
  } finally {
    await source.return?.();
  }
  const because = reader.unfinished();
  if (because !== null) return bad(because);
  return { ...reader.report(), intact: true, badLine: null, because: null };
}

async function hand(part: ExportPart, taker: ExportTaker): Promise<void> {
  if ('header' in part) await taker.header?.(part.header);
  else if ('commit' in part) await taker.commit?.(part.commit);
  else await taker.reader?.(part.reader);
}

async function nextOf(
  source: Iterator<string> | AsyncIterator<string>,
): Promise<{ done: boolean; text: string } | { because: string }> {
  try {
    const next = await source.next();
    return next.done ? { done: true, text: '' } : { done: false, text: next.value };
  } catch (error) {
    // What cannot be read as a line is a bad line; a disk that fails is something else.
    if (error instanceof AppError && error.name === 'InvalidInput') return { because: error.message };
    throw error;
  }
}
