import { tellChanges, tellRows, type Change, type TableChange } from '../../kernel';
import { defaultEngine, engines } from '../../llm';
import type { WorldEvent } from '../../contracts';
import { lights, type Light, type Views } from '../../projections';
import { isImported } from './exchangeDoor';
import type { FollowedWorld } from './followWorld';
import type { LeaderStatus } from './tabs';
import type { Oversight } from './watchOver';

/** Everything the page shows, as of one position; `ShopSnapshot` of the screens plus a tail of events. */
export interface WorldSnapshot {
  readonly world: { readonly id: string; readonly name: string; readonly imported: boolean };
  /** True in the one tab that decides and appends; the others follow it live. */
  readonly leads: boolean;
  readonly head: number;
  readonly headHash: string;
  readonly views: Views;
  readonly agents: LeaderStatus['agents'];
  readonly invariants: readonly Light[];
  readonly scenario: LeaderStatus['scenario'];
  readonly engine: { readonly id: string; readonly name: string };
  readonly news: LeaderStatus['news'];
  readonly names: Readonly<Record<string, string>>;
  readonly mails: Readonly<Record<string, { readonly from: string; readonly subject: string }>>;
  readonly canUndoReset: boolean;
  /** What was restored and folded to open this, and whether it was rebuilt since and agreed. */
  readonly rebuilt: Oversight & { readonly restoredTo: number; readonly folded: number };
}

/** What is not in the log nor derived from it. */
interface Extras {
  readonly status: LeaderStatus;
  readonly oversight: Oversight;
  readonly canUndoReset: boolean;
  readonly leads: boolean;
}

/** What the page is sent: what there is besides tables, what changed in the tables, and the events since the last one. */
export interface WorldUpdate {
  /** Changes follow on each other within one stream; the first of a stream, which is `whole`, tells everything. */
  readonly stream: string;
  readonly whole: boolean;
  readonly snapshot: Omit<WorldSnapshot, 'views' | 'names' | 'mails'>;
  readonly changes: { readonly views: Change; readonly names: TableChange; readonly mails: TableChange };
  readonly events: readonly WorldEvent[];
}

/** How often the page hears of changes at most. */
const atMostEveryMs = 50;
/** How long a change waits for what comes with it: one act is often several. Who follows reads several at once anyway. */
const actGatherMs = 8;
/** How many events a page that has just opened gets at once. */
const tailLength = 500;
const rules = engines[defaultEngine]({ scripts: {} });

/** What the page shows of the engine: its id and its honest name. Where somebody chose a model, the rules still stand behind it. */
function engineOf({ views }: FollowedWorld): { readonly id: string; readonly name: string } {
  const chosen = [...views.turns.values()].flatMap(({ engine }) =>
    engine && engine.engine !== rules.id ? [engine] : [],
  );
  const models = [...new Set(chosen.map(({ model }) => model))];
  return models.length === 0
    ? { id: rules.id, name: rules.name }
    : { id: chosen[0]?.engine ?? rules.id, name: `${models.join(', ')}, rules behind` };
}

/**
 * Sends updates to the page: soon after a change when the last was long enough ago; what changes before that is gathered. Rests longer when
 * a world is so large that sending it takes long.
 */
export function worldUpdates(
  world: FollowedWorld,
  extras: () => Extras,
  send: (update: WorldUpdate) => Promise<unknown>,
  gatherMs = actGatherMs,
) {
  let sentUpTo = Math.max(0, world.log.world().head - tailLength);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let dirty = false;
  let restsUntil = 0;
  const stream = crypto.randomUUID();
  // Views are a record of Maps, or of records of Maps: what lies in those are rows.
  const [views, names, mails] = [tellChanges(2), tellRows(), tellRows()];
  let whole = true;
  let lastWords = '';

  async function sendNow() {
    timer = undefined;
    sending = true;
    dirty = false;
    const started = performance.now();
    const events = world.live.tailAfter(sentUpTo)?.slice(0, tailLength) ?? (await world.log.read(sentUpTo, tailLength));
    sentUpTo = events.at(-1)?.position ?? sentUpTo;
    const changes = { views: views(world.views), names: names(world.people.names), mails: mails(world.people.mails) };
    const snapshot = snapshotOf(world, extras());
    const words = JSON.stringify(snapshot);
    const news = whole || events.length > 0 || words !== lastWords || hasRows(changes);
    // What was called a change and is none is not sent, and nobody has to rest for it.
    if (news) {
      const update = { stream, whole, snapshot, changes, events };
      whole = false;
      lastWords = words;
      await send(update);
    }
    sending = false;
    const took = performance.now() - started;
    if (news) restsUntil = performance.now() + Math.max(atMostEveryMs, 4 * took);
    if (dirty || sentUpTo < world.log.world().head) schedule();
  }

  function schedule() {
    timer ??= setTimeout(() => void sendNow(), Math.max(gatherMs, restsUntil - performance.now()));
  }

  return {
    /** To be called after every change of the world. */
    changed() {
      dirty = true;
      if (!sending) schedule();
    },
    start: () => sendNow(),
  };
}

function hasRows({ views, names, mails }: WorldUpdate['changes']): boolean {
  return views !== null || [names, mails].some(({ set, gone }) => set.length + gone.length > 0);
}

function snapshotOf(world: FollowedWorld, { status, oversight, canUndoReset, leads }: Extras): WorldUpdate['snapshot'] {
  const { id, name, head, headHash } = world.log.world();
  const { restoredTo, folded } = world.live.opening();
  return {
    world: { id, name, imported: isImported(id) },
    leads,
    head,
    headHash,
    agents: status.agents,
    invariants: lights(world.invariants),
    scenario: status.scenario,
    engine: engineOf(world),
    news: status.news,
    canUndoReset,
    rebuilt: { ...oversight, restoredTo, folded },
  };
}
