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
import { completeWorlds, lastPosition, openLog, openSnapshots, type Log } from '../../log';
import { lightsAt, viewsFold, type Light, type Views } from '../../projections';
import { rowsSender, type SentRows } from '../sentRows';
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

/** What somebody who looks back was sent last. */
export interface Held {
  readonly stream: string;
  readonly sent: number;
}

/** A past world on its way: of its tables, only rows that were not sent before. */
export interface PastUpdate extends Omit<PastWorld, 'views'>, Held {
  readonly rows: SentRows;
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
  /** `held` is what the asker was sent last; when that is not what was sent last from here, all is sent. */
  at(position: number, held: Held | null): Promise<PastUpdate>;
  /** @throws InvalidInput when there is no such number. */
  why(of: string, key: string, field: string, upTo: number): Promise<WhyField>;
  /** A turn beside the world it was taken in, as it looks from a later position. Null when there is no such turn. */
  decision(id: EventId, upTo: number): Promise<DecisionReport | null>;
  /** Holds another world of this device against this one. */
  compare(other: string): Promise<Comparison>;
}

const tailLength = 100;
const stepsShown = 40;
/** How far ahead is looked for what an agent was in the middle of. */
const lookAhead = 200;
/** Views are a record of tables, or of records of tables. */
const viewsDepth = 2;

/** Opens the history of a log. `lightsNow` tells how its invariants stand at the head, where somebody watches them. */
export function historyDoor(log: Log, lightsNow: () => readonly Light[] = () => []): HistoryDoor {
  const past = pastStates(log, { restore: fromSnapshots(log) });
  let stream = crypto.randomUUID();
  let sent = 0;
  let send = rowsSender(viewsDepth);

  /** The views on their way, after those that were sent before. */
  function rowsFor(views: Views, held: Held | null): Held & { readonly rows: SentRows } {
    if (held?.stream !== stream || held.sent !== sent) {
      [stream, sent, send] = [crypto.randomUUID(), 0, rowsSender(viewsDepth)];
    }
    sent += 1;
    return { stream, sent, rows: send(views) };
  }

  return {
    async at(asked, held) {
      const position = Math.max(0, Math.min(Math.trunc(asked), log.world().head));
      const [{ views }, around] = await Promise.all([
        past.at(position),
        log.commits(Math.max(0, position - tailLength), tailLength + lookAhead, position + lookAhead),
      ]);
      const events = around.flatMap((commit) => commit.events);
      const tail = events.filter((event) => event.position <= position && event.position > position - tailLength);
      return {
        position,
        hash: around.find((commit) => commit.first <= position && lastPosition(commit) >= position)?.hash ?? '',
        at: tail.at(-1)?.at ?? 0,
        invariants: lightsAt(position, lightsNow()),
        agents: agentsAt(views, position, events),
        tail,
        ...rowsFor(views, held),
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

/** The newest snapshot at or before a position. */
function fromSnapshots(log: Log): RestoreState {
  const snapshots = openSnapshots(log);
  return async (upTo) => {
    const stored = await snapshots.restore(viewsFold, { upTo });
    return stored && { position: stored.position, views: stored.state };
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
function agentsAt(views: Views, position: number, around: readonly WorldEvent[]): LeaderStatus['agents'] {
  const later = around.filter((event) => event.position > position);
  const laterIds = new Set(later.map(({ id }) => id));
  const turns = later.flatMap((event) => (isOneOf(event, ['AgentDecided', 'AgentFailed']) ? [event.data] : []));
  return agents.map((name) => {
    const open = turns.filter(({ agent, trigger }) => agent === name && !laterIds.has(trigger));
    const isPaused = views.turns.get(name)?.paused ?? false;
    const state = isPaused ? 'paused' : open.length > 0 ? 'thinking' : 'idle';
    return { name, state, lag: open.length, checkpoint: position, step: null, trigger: open[0]?.trigger ?? null };
  });
}
