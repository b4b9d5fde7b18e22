import { defaultEngine, engines } from '../../llm';
import type { WorldEvent } from '../../contracts';
import { lights, type Light, type Views } from '../../projections';
import { isImported } from './exchangeDoor';
import type { FollowedWorld } from './followWorld';
import type { LeaderStatus } from './tabs';

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
}

/** What the page is sent: the snapshot, and the events since the last one. */
export interface WorldUpdate {
  readonly snapshot: WorldSnapshot;
  readonly events: readonly WorldEvent[];
}

/** How often the page hears of changes at most. */
const atMostEveryMs = 50;
/** How long a change waits for what comes with it: one act is often several. */
const gatherMs = 8;
/** How many events a page that has just opened gets at once. */
const tailLength = 500;
/** What the page shows of the engine: its id and its honest name. */
const engine = engines[defaultEngine]({ scripts: {} });

/**
 * Sends updates to the page: soon after a change when the last was long enough ago; what changes before that is gathered. Rests longer when
 * a world is so large that sending it takes long.
 */
export function worldUpdates(
  world: FollowedWorld,
  extras: () => { readonly status: LeaderStatus; readonly canUndoReset: boolean; readonly leads: boolean },
  send: (update: WorldUpdate) => Promise<unknown>,
) {
  let sentUpTo = Math.max(0, world.log.world().head - tailLength);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  let dirty = false;
  let restsUntil = 0;

  async function sendNow() {
    timer = undefined;
    sending = true;
    dirty = false;
    const started = performance.now();
    const events = await world.log.read(sentUpTo, tailLength);
    sentUpTo = events.at(-1)?.position ?? sentUpTo;
    await send({ snapshot: snapshotOf(world, extras()), events });
    sending = false;
    const took = performance.now() - started;
    restsUntil = performance.now() + Math.max(atMostEveryMs, 4 * took);
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

function snapshotOf(
  world: FollowedWorld,
  { status, canUndoReset, leads }: { status: LeaderStatus; canUndoReset: boolean; leads: boolean },
): WorldSnapshot {
  const { id, name, head, headHash } = world.log.world();
  return {
    world: { id, name, imported: isImported(id) },
    leads,
    head,
    headHash,
    views: world.views,
    agents: status.agents,
    invariants: lights(world.invariants),
    scenario: status.scenario,
    engine: { id: engine.id, name: engine.name },
    news: status.news,
    names: world.people.names,
    mails: world.people.mails,
    canUndoReset,
  };
}
