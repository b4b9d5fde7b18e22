import type { Ref } from '../../contracts';
import { AppError } from '../../kernel';
import { genesis, lastPosition, type Commit } from '../Commit';
import type { Log } from '../openLog';
import { readAheadWith } from '../readAhead';
import { faultOfChain, refsOf } from '../verify';
import { cloudEventText } from './cloudEvent';
import { momentOf } from './exportLines';
import { lineChain } from './lineChain';

/** How long work can be watched and stopped. */
export interface Watched {
  readonly signal?: AbortSignal;
  /** Called now and then with the position that is done, and the last one there will be, when that is known. */
  readonly onProgress?: (position: number, of: number | null) => void;
}

/**
 * A world as a text of lines: header, commits with their events and the texts these refer to, how far each reader had come, seal. It holds
 * all that is committed when it begins; what is forgotten by then is not in it, what is forgotten later is. Its bytes are those that were sealed;
 * whether each message keeps its contract is for the reader, who believes nothing.
 * @throws Cancelled when the signal fires, LogFailed when the log itself is not intact.
 */
export async function* exportWorld(log: Log, { signal, onProgress }: Watched = {}): AsyncGenerator<string> {
  // Head and readers as of one moment: a reader that is ahead of the last event would never see its own answer.
  const { row, checkpoints } = await log.store.standing(log.world().id);
  const chain = lineChain();
  let position = 0;
  let hash = genesis;
  let commits = 0;
  const texts = new Set<Ref>();
  let withText = 0;

  yield chain.write({
    line: 'header',
    format: 'common-ground-world',
    version: 1,
    world: row.id,
    name: row.name,
    created: momentOf(row.createdAt),
  });
  for await (const { commits: batch, sides } of readAheadWith(log, 0, (read) => withTexts(log, read))) {
    if (signal?.aborted) throw new AppError('Cancelled', `The export was stopped at position ${position}.`);
    for (const { commit, refs } of batch) {
      if (commit.first > row.head) break;
      const fault = faultOfChain(commit, position, hash) ?? faultOfTimes(commit);
      if (fault) throw broken(fault.at, fault.because);
      yield chain.write({
        line: 'commit',
        first: commit.first,
        events: commit.events.length,
        previous: commit.previous,
        hash: commit.hash,
      });
      for (const event of commit.events) yield chain.writeText(cloudEventText(event, commit));
      for (const ref of refs) {
        if (texts.has(ref)) continue;
        texts.add(ref);
        const side = sides.get(ref);
        if (!side) continue;
        withText += 1;
        yield chain.write({ line: 'text', ref, subject: side.subject, salt: side.salt, text: side.text });
      }
      commits += 1;
      position = lastPosition(commit);
      hash = commit.hash;
    }
    onProgress?.(position, row.head);
    if (position >= row.head) break;
  }
  if (position < row.head) throw broken(position + 1, 'it is missing');
  for (const { reader, position: reached, attempts } of checkpoints) {
    yield chain.write({ line: 'reader', reader, position: reached, attempts });
  }
  yield chain.write({
    line: 'seal',
    events: position,
    commits,
    texts: withText,
    readers: checkpoints.length,
    head: position,
    headhash: hash,
    sha256: chain.sha256(),
  });
}

/** Commits with the refs in each, and the texts these refer to, as far as they are there. */
async function withTexts(log: Log, stored: readonly Commit[]) {
  const commits = stored.map((commit) => ({ commit, refs: commit.events.flatMap(refsOf) }));
  const found = await log.sides([...new Set(commits.flatMap(({ refs }) => refs))]);
  return { commits, sides: new Map(found.flatMap((side) => (side ? [[side.ref, side] as const] : []))) };
}

/** A file writes times to the millisecond; anything finer would come back as another event. */
function faultOfTimes(commit: Commit): { at: number; because: string } | null {
  const odd = commit.events.find((event) => !Number.isSafeInteger(event.at));
  return odd ? { at: odd.position, because: `its time ${odd.at} is no whole number of milliseconds` } : null;
}

function broken(at: number, because: string): AppError {
  return new AppError(
    'LogFailed',
    `This world cannot be exported: position ${at} is bad, ${because}. Everything before it can be trusted; fork or reset the world.`,
  );
}
