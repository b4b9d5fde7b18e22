import type { EventId } from '../../contracts';
import { mailsOf } from '../../intake';
import { pastStates, replay, type Replay } from '../../history';
import { AppError, caps, isAppError, sha256Hex } from '../../kernel';
import {
  completeWorlds,
  exportStory,
  exportWorld,
  importWorld,
  linesOf,
  parseExport,
  removeIncomplete,
  type ExportReport,
  type Log,
} from '../../log';
import { deciders } from './deciders';
import { exportDecisions } from './exportDecisions';
import type { TrialModel } from './engineForTrials';
import type { Trial, TrialPlan } from './tryPrompts';

/** Told now and then how far work is. */
type Progress = (done: number, of: number | null) => void;

/** What became of a mailbox. */
interface MailboxReport {
  readonly taken: number;
  readonly refused: readonly { readonly number: number; readonly because: string }[];
  readonly refusedInAll: number;
  readonly stopped: boolean;
}

/** A world of this device, for a list. */
interface WorldSummary {
  readonly id: string;
  readonly name: string;
  readonly events: number;
  readonly createdAt: number;
  readonly archived: boolean;
  /** The world it was forked from, and after which position. */
  readonly forkOf: { readonly id: string; readonly at: number; readonly changedAt: number | null } | null;
}

/** One piece of work with files, in whatever tab it was asked for: only mails go to the leader. */
export interface ExchangeDoor {
  /** Hands the file out piece by piece, of the world or of one story in it, and resolves with a name for it. */
  exportWorld(
    chunk: (text: string) => Promise<void> | void,
    progress: Progress,
    story: EventId | null,
  ): Promise<string>;
  /** Every decision up to a position, a line of JSON each, handed out in the same way. */
  exportDecisions(upTo: number, chunk: (text: string) => Promise<void> | void, progress: Progress): Promise<string>;
  /**
   * Thinks recorded decisions through again under two prompts, with this model, or with the rules for null; hands each out when it is done. Nothing
   * is written.
   */
  tryPrompts(
    plan: TrialPlan,
    model: TrialModel | null,
    each: (trial: Trial) => Promise<void> | void,
    progress: Progress,
  ): Promise<void>;
  checkExport(file: Blob, progress: Progress): Promise<ExportReport>;
  importFile(file: Blob, progress: Progress): Promise<{ check: ExportReport; world: string | null }>;
  takeMailbox(file: Blob, progress: Progress): Promise<MailboxReport>;
  /** Lets the history happen again without a model, and says whether it comes to the same. */
  replay(progress: Progress): Promise<Replay>;
  worlds(): Promise<WorldSummary[]>;
  /** Ends the work. What was taken of a mailbox stays; of an import nothing does. */
  stop(): void;
}

/** What the work needs: the world on screen, the name of the lock of imports, and the way in for a mail. */
export interface ExchangeHost {
  readonly log: Log;
  readonly importLock: string;
  takeMail(inputId: string, bytes: Uint8Array): Promise<unknown>;
}

const importedPrefix = 'import-';

/** True for a world that came in a file. Its id says so, also in its own exports. */
export const isImported = (worldId: string): boolean => worldId.startsWith(importedPrefix);

/** About this much text goes to the page at once, and is read from a file at once. */
const pieceSize = 512 * 1024;
const refusedInReport = 100;
const mostTrials = 200;

/** Opens the door for one piece of work. */
export function exchangeDoor({ log, importLock, takeMail }: ExchangeHost): ExchangeDoor {
  const { store } = log;
  const stopping = new AbortController();
  const { signal } = stopping;

  return {
    stop: () => stopping.abort(),

    async exportWorld(chunk, progress, story) {
      const watched = { signal, onProgress: progress };
      await handOut(story === null ? exportWorld(log, watched) : exportStory(log, story, watched), chunk);
      return fileNameOf(log, story === null ? '' : 'story-');
    },

    async exportDecisions(upTo, chunk, progress) {
      await handOut(exportDecisions(log, upTo, { signal, onProgress: progress }), chunk);
      return `${fileNameOf(log)}-decisions`;
    },

    async tryPrompts(plan, model, each, progress) {
      // It takes the agents' own code, which this thread has no other use for.
      const [{ tryPrompts }, { engineForTrials }] = await Promise.all([
        import('./tryPrompts'),
        import('./engineForTrials'),
      ]);
      const decisions = plan.decisions.slice(0, mostTrials);
      let done = 0;
      const host = { log, past: pastStates(log) };
      for await (const trial of tryPrompts({ ...plan, decisions }, engineForTrials(model), signal, host)) {
        if (signal.aborted) throw new AppError('Cancelled', 'The comparison was stopped.');
        await each(trial);
        progress((done += 1), decisions.length);
      }
    },

    checkExport: (file, progress) => parseExport(linesOf(piecesOf(file, progress)), { signal }),

    importFile: (file, progress) =>
      oneAtATime(importLock, async () => {
        await removeIncomplete(store);
        const now = Date.now();
        const into = { id: `${importedPrefix}${now.toString(36)}`, at: now };
        const { report, world } = await importWorld(store, linesOf(piecesOf(file, progress)), { into, signal });
        return { check: report, world: world?.id ?? null };
      }),

    async takeMailbox(file, progress) {
      // Counted first, so that the numbers on the way say how many there are.
      const total = Math.min(await countOf(file, signal), caps.mailboxMails);
      let taken = 0;
      let number = 0;
      const refused: { number: number; because: string }[] = [];
      let refusedInAll = 0;
      for await (const mail of mailsOf(piecesOf(file, () => undefined))) {
        if (signal.aborted) break;
        if (number === caps.mailboxMails) {
          const because = `at most ${number} mails are taken at once; split the file to take the rest`;
          refused.unshift({ number: number + 1, because });
          refusedInAll += 1;
          break;
        }
        number += 1;
        progress(number, total);
        try {
          // The bytes name the mail: the same file again, or after a crash, is the same mails.
          await takeMail(`mbox-${sha256Hex(mail).slice(0, 40)}`, mail);
          taken += 1;
        } catch (error) {
          if (!isAppError(error, 'InvalidInput') && !isAppError(error, 'InvalidEvent')) throw error;
          refusedInAll += 1;
          if (refused.length < refusedInReport) refused.push({ number, because: error.message });
        }
      }
      return { taken, refused, refusedInAll, stopped: signal.aborted };
    },

    replay: (progress) => replay(log, deciders(), { signal, onProgress: progress }),

    worlds: async () =>
      (await completeWorlds(store)).map(
        ({ id, name, head, createdAt, archivedAt, parent, forkAt, changedAt = null }) => ({
          id,
          name,
          events: head,
          createdAt,
          archived: archivedAt !== null,
          forkOf: parent === null ? null : { id: parent, at: forkAt, changedAt },
        }),
      ),
  };
}

/** Gathers lines into pieces that are worth handing over. */
async function handOut(lines: AsyncIterable<string>, chunk: (text: string) => Promise<void> | void): Promise<void> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceSize) continue;
    await chunk(piece);
    piece = '';
  }
  await chunk(piece);
}

const fileNameOf = (log: Log, part = '') =>
  `common-ground-${part}${log
    .world()
    .name.replace(/[^\w]+/g, '-')
    .slice(0, 60)}`;

async function countOf(file: Blob, signal: AbortSignal): Promise<number> {
  const mails = mailsOf(piecesOf(file, () => undefined));
  let count = 0;
  while (!signal.aborted && !(await mails.next()).done) count += 1;
  return count;
}

/** A file piece by piece; how far it was read is how far the work is. */
async function* piecesOf(file: Blob, progress: Progress): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceSize) {
    progress(at, file.size);
    yield new Uint8Array(await file.slice(at, at + pieceSize).arrayBuffer());
  }
  progress(file.size, file.size);
}

/** Two imports at once could not tell the other's half from something left behind. */
function oneAtATime<T>(lock: string, run: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lock, { ifAvailable: true }, (granted) => {
    if (granted) return run();
    throw new AppError(
      'InvalidInput',
      'Another import is under way, perhaps in another tab. Let it end, or stop it there.',
    );
  });
}
