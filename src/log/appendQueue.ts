import type { Draft, WorldEvent } from '../contracts';
import { AppError } from '../kernel';
import { headAfter, type Commit } from './Commit';
import { keyOf } from './keys';
import type { Checkpoint, LogStore, Side, WorldRow, Write } from './LogStore';
import { sealCommit } from './sealCommit';

/** One thing to be committed, already parsed. */
export interface AppendJob {
  readonly drafts: readonly Draft[];
  readonly at: number;
  /** Refuse when anything with one of these tags was committed after this position. */
  readonly condition: {
    readonly after: number;
    readonly tags: readonly string[];
  } | null;
  readonly checkpoints: readonly Checkpoint[];
  readonly sides: readonly Side[];
}

/** What was appended; `known` when the log had it already and nothing was written. */
export interface Appended {
  readonly events: readonly WorldEvent[];
  readonly known: boolean;
}

interface Waiting {
  readonly job: AppendJob;
  resolve(appended: Appended): void;
  reject(error: unknown): void;
}

/** How many commits share a transaction at most. They are stored one by one all the same. */
const groupSize = 64;

/** The state an append queue needs from its log, and where committed events go. */
export interface AppendHost {
  readonly store: LogStore;
  row(): WorldRow;
  /** True when it is known that nothing after a position, up to `row().head`, has one of these keys. */
  noneSince(keys: readonly string[], after: number): boolean;
  /** Somebody else has written: this is where the head is. */
  moved(row: WorldRow): void;
  /** These were committed (none when only checkpoints moved), and this is the head now. */
  committed(row: WorldRow, commits: readonly Commit[]): void;
}

/**
 * Group commit: jobs that wait while a transaction is under way share the next one. Sealing (parsing, hashing) happens before the
 * transaction; when the head is elsewhere by then, the jobs are sealed again on the new head.
 */
export function appendQueue(host: AppendHost): (job: AppendJob) => Promise<Appended> {
  const waiting: Waiting[] = [];
  let running = false;

  async function drain() {
    running = true;
    while (waiting.length > 0) await group(waiting.splice(0, groupSize));
    running = false;
  }

  async function group(members: Waiting[]) {
    try {
      while (members.length > 0 && !(await attempt(members)));
    } catch (error) {
      for (const member of members) member.reject(error);
    }
  }

  /** True when the group is done; false when it has to be tried again without somebody, or on another head. */
  async function attempt(members: Waiting[]): Promise<boolean> {
    const row = host.row();
    const writes = sealAll(members, row, (keys, after) => host.noneSince(keys, after));
    const outcome = await host.store.write({
      world: row.id,
      epoch: row.epoch,
      head: row.head,
      writes,
    });
    switch (outcome.result) {
      case 'done': {
        const commits = writes.flatMap((write) => write.commit ?? []);
        const last = commits.at(-1);
        host.committed(last ? { ...row, ...headAfter(last) } : row, commits);
        for (const [index, member] of members.entries()) {
          member.resolve({
            events: writes[index]?.commit?.events ?? [],
            known: false,
          });
        }
        return true;
      }
      case 'moved':
        host.moved({ ...outcome.row, epoch: row.epoch });
        return false;
      case 'epoch-lost':
        throw new AppError(
          'EpochLost',
          `Another tab leads this world now (epoch ${outcome.epoch}, ours was ${row.epoch}). Nothing was written; this tab follows.`,
        );
      case 'known': {
        const [member] = members.splice(outcome.index, 1);
        // Its twin is in this very group: once that is stored, the next group finds it.
        if (member && outcome.first > row.head) waiting.unshift(member);
        else if (member) await resolveKnown(member, row.id);
        return members.length === 0;
      }
      case 'refused': {
        const [member] = members.splice(outcome.index, 1);
        const after = member?.job.condition?.after;
        member?.reject(
          new AppError(
            'ConditionFailed',
            `Position ${outcome.movedAt} came after ${after} and concerns this. Look again.`,
          ),
        );
        return members.length === 0;
      }
    }
  }

  async function resolveKnown({ job, resolve, reject }: Waiting, world: string) {
    const first = job.drafts[0];
    const range = { after: 0, upTo: Infinity, limit: 1 };
    const [commit] = await host.store.commitsWith(world, keyOf(world, { id: first?.id ?? ('' as never) }), range);
    const same = commit && job.drafts.every((draft) => commit.events.some((event) => event.id === draft.id));
    if (same) resolve({ events: commit.events, known: true });
    else reject(inOtherCompany());
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (!running) void drain();
    });
}

function sealAll(members: readonly Waiting[], row: WorldRow, noneSince: AppendHost['noneSince']): Write[] {
  let before = row;
  return members.map(({ job }) => {
    const seat = { world: row.id, after: before.head, previous: before.headHash };
    // Whoever was stamped first can be committed second; the log's time never runs backwards all the same.
    const at = Math.max(job.at, before.headAt);
    const commit = job.drafts.length > 0 ? sealCommit(job.drafts, { ...seat, at }) : null;
    if (commit) before = { ...before, ...headAfter(commit) };
    return {
      commit,
      condition: job.condition && conditionOf(job.condition),
      checkpoints: job.checkpoints,
      sides: job.sides,
    };
  });

  function conditionOf({ after, tags }: NonNullable<AppendJob['condition']>): Write['condition'] {
    const keys = tags.map((tag) => keyOf(row.id, { tag }));
    return { after, keys, holdsToHead: noneSince(keys, after) };
  }
}

/** Some of what should be committed together is there already, committed with something else. */
export function inOtherCompany(): AppError {
  return new AppError('InvalidEvent', 'An event with one of these ids is in the log already, in another company.');
}
