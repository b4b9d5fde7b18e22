import { agents, isOneOf, type EventId, type WorldEvent } from '../../contracts';
import { AppError } from '../../kernel';
import {
  behind,
  differences,
  eventsAbout,
  explain,
  fieldOf,
  namedBy,
  partingOf,
  pastStates,
  type Behind,
  type Difference,
  type FieldValue,
  type Parting,
  type PastStates,
  type RestoreState,
  type Step,
} from '../../history';
import { completeWorlds, openLog, openSnapshots, type Log } from '../../log';
import { invariantsFold, lights, viewsFold, type Light, type Views } from '../../projections';
import type { DecisionReport } from './decisionReport';
import { readTranscript } from './readSide';
import type { LeaderStatus } from './tabs';

/** The world as it was after the event at `position`, in the form of what is live. */
export interface PastWorld {
  readonly position: number;
  readonly hash: string;
  /** The world's time then, milliseconds since 1970; 0 before anything happened. */
  readonly at: number;
  readonly views: Views;
  readonly invariants: readonly Light[];
  readonly agents: LeaderStatus['agents'];
  /** The last events up to there, oldest first. */
  readonly tail: readonly WorldEvent[];
}

/** Why a number or a state is what it is: the newest steps with what stands behind each. */
export interface WhyField {
  readonly value: FieldValue;
  readonly steps: readonly (Step & Behind)[];
  /** Older steps that are not spelled out here. */
  readonly earlier: number;
  /** Positions of all events that made it: folding only these gives the value. */
  readonly made: readonly number[];
}

/** Two worlds side by side. */
export interface Comparison {
  readonly a: { readonly name: string; readonly head: number };
  readonly b: { readonly name: string; readonly head: number };
  /** Up to here they are one. */
  readonly shared: number;
  readonly parting: Parting | null;
  readonly differences: readonly Difference[];
}

/** Looks into a world's history. Nothing here writes. */
export interface HistoryDoor {
  at(position: number): Promise<PastWorld>;
  /** @throws InvalidInput when there is no such number. */
  why(of: string, key: string, field: string, upTo: number): Promise<WhyField>;
  /** A turn beside the world it was taken in, as it looks from a later position. Null when there is no such turn. */
  decision(id: EventId, upTo: number): Promise<DecisionReport | null>;
  /** Holds another world of this device against this one. */
  compare(other: string): Promise<Comparison>;
}

const tailLength = 200;
const stepsShown = 40;
/** How far ahead is looked for what an agent was in the middle of. */
const lookAhead = 300;

/** Opens the history of a log. */
export function historyDoor(log: Log): HistoryDoor {
  const past = pastStates(log, { restore: fromSnapshots(log) });

  return {
    async at(asked) {
      const { views, invariants, position } = await past.at(asked);
      const tail = await log.read(Math.max(0, position - tailLength), tailLength);
      const [commit] = await log.commits(Math.max(0, position - 1), 1);
      const known = tail.filter((event) => event.position <= position);
      return {
        position,
        hash: position > 0 ? (commit?.hash ?? '') : '',
        at: known.at(-1)?.at ?? 0,
        views,
        invariants: lights(invariants),
        agents: await agentsAt(log, views, position),
        tail: known,
      };
    },

    async why(of, key, name, upTo) {
      const field = fieldOf(of, key, name);
      if (!field) throw new AppError('InvalidInput', `Nobody can say why of "${of} ${name}": there is no such number.`);
      const find = (lookup: Parameters<Log['find']>[0]) => log.find(lookup, { upTo });
      const explained = explain(await eventsAbout(find, field), field);
      const shown = explained.steps.slice(-stepsShown);
      const event = (id: EventId) => log.event(id);
      return {
        value: explained.value,
        steps: await Promise.all(shown.map(async (step) => ({ ...step, ...(await behind(step.event, event)) }))),
        earlier: explained.steps.length - shown.length,
        made: namedBy(explained).map(({ position }) => position),
      };
    },

    async decision(id, upTo) {
      const event = await log.event(id);
      if (event?.type !== 'AgentDecided') return null;
      const text = await log.text(event.data.transcript);
      // It takes the agents' own code, which this thread has no other use for.
      const { decisionReport } = await import('./decisionReport');
      return decisionReport(event, text === null ? null : readTranscript(text), upTo, { log, past });
    },

    async compare(id) {
      const other = await openLog(log.store, id);
      const [a, b] = [log.world(), other.world()];
      const shared = await sharedBy(log, id);
      const ends = async (one: PastStates, head: number) => (await one.at(head)).views;
      const [viewsA, viewsB] = [
        await ends(past, a.head),
        await ends(pastStates(other, { restore: fromSnapshots(other) }), b.head),
      ];
      const after = async (one: Log) => one.read(shared, Infinity);
      return {
        a: { name: a.name, head: a.head },
        b: { name: b.name, head: b.head },
        shared,
        parting: partingOf(await after(log), await after(other)),
        differences: differences(viewsA, viewsB),
      };
    },
  };
}

/** The newest snapshot at or before a position: views and invariants are stored together. */
function fromSnapshots(log: Log): RestoreState {
  const snapshots = openSnapshots(log);
  return async (upTo) => {
    const [views, invariants] = await Promise.all([
      snapshots.restore(viewsFold, { upTo }),
      snapshots.restore(invariantsFold, { upTo }),
    ]);
    if (!views || views.position !== invariants?.position) return null;
    return { position: views.position, views: views.state, invariants: invariants.state };
  };
}

/** The last position up to which two worlds are one: 0 when neither comes from the other or from a common one. */
async function sharedBy(log: Log, other: string): Promise<number> {
  const rows = new Map((await completeWorlds(log.store)).map((row) => [row.id, row]));
  const lineage = (id: string) => {
    const parts = new Map<string, number>();
    let upTo = Infinity;
    for (let row = rows.get(id); row; row = row.parent === null ? undefined : rows.get(row.parent)) {
      parts.set(row.id, Math.min(upTo, row.head));
      upTo = Math.min(upTo, row.forkAt);
    }
    return parts;
  };
  const [mine, theirs] = [lineage(log.world().id), lineage(other)];
  const common = [...mine.keys()].find((id) => theirs.has(id));
  return common === undefined ? 0 : Math.min(mine.get(common) ?? 0, theirs.get(common) ?? 0);
}

/** How the agents were, as far as the log knows: who was paused, and which turns that ended later had their trigger before. */
async function agentsAt(log: Log, views: Views, position: number): Promise<LeaderStatus['agents']> {
  const later = (await log.read(position, lookAhead)).filter((event) => event.position > position);
  const laterIds = new Set(later.map(({ id }) => id));
  const turns = later.flatMap((event) => (isOneOf(event, ['AgentDecided', 'AgentFailed']) ? [event.data] : []));
  return agents.map((name) => {
    const open = turns.filter(({ agent, trigger }) => agent === name && !laterIds.has(trigger));
    const isPaused = views.turns.get(name)?.paused ?? false;
    const state = isPaused ? 'paused' : open.length > 0 ? 'thinking' : 'idle';
    return { name, state, lag: open.length, checkpoint: position, step: null, trigger: open[0]?.trigger ?? null };
  });
}
