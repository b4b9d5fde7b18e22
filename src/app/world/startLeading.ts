import type { NewsChannel } from '../../bus';
import { agents } from '../../contracts';
import { isAppError, systemClock } from '../../kernel';
import { raiseEpoch, type LogStore } from '../../log';
import { serviceSteps, type ServiceStep } from '../../services';
import { readAct } from './actShapes';
import { chooseWorld } from './chooseWorld';
import { answerTabs } from './forwardActs';
import { beatMs } from './leadership';
import { startWorld, type World } from './startWorld';
import type { LeaderStatus, Tabs } from './tabs';
import { newSalt } from './salt';
import { oneOf, worldActs, type ThreadKeeper } from './worldActs';

/** Monday, 2 March 2026, 9:00 in UTC: the virtual morning on which every new shop opens. */
const openingMs = Date.UTC(2026, 2, 2, 9);

/** What leading needs. */
export interface LeadingHost {
  readonly store: LogStore;
  readonly news: NewsChannel;
  readonly tabs: Tabs;
  readonly keeper: ThreadKeeper;
  changed(): void;
}

/** A world that this thread leads. */
export interface Leading {
  readonly world: World;
  status(): LeaderStatus;
  perform(act: string, args: readonly unknown[]): Promise<unknown>;
  stop(): void;
}

/** Raises the epoch, starts the world, beats, and does what other tabs ask. */
export async function startLeading(host: LeadingHost, failed: (error: unknown) => void): Promise<Leading> {
  const { store, tabs, keeper } = host;
  const stopping = new AbortController();
  let leading: Leading | null = null;
  // Beats begin before the world is open: reading a long log is not silence.
  const beat = () =>
    tabs.say({ kind: 'beat', world: leading?.world.log.world().id ?? null, status: leading?.status() ?? null });
  beat();
  const beating = setInterval(beat, beatMs);
  stopping.signal.addEventListener('abort', () => clearInterval(beating));

  let crashAt: ServiceStep | null = null;
  const { id } = await raiseEpoch(store, (await chooseWorld(store, Date.now())).id);
  let beatSoon: ReturnType<typeof setTimeout> | undefined;
  const world = await startWorld({
    store,
    worldId: id,
    news: host.news,
    real: systemClock,
    startMs: openingMs,
    salt: newSalt,
    signal: stopping.signal,
    snapshotEvery: 2000,
    changed() {
      host.changed();
      beatSoon ??= setTimeout(() => {
        beatSoon = undefined;
        if (!stopping.signal.aborted) beat();
      }, 100);
    },
    onError(error) {
      // Another leads: this thread is told by its lock, and begins anew.
      const cause = error instanceof Error ? error.cause : error;
      if (!isAppError(cause, 'EpochLost') && !isAppError(error, 'EpochLost')) failed(error);
    },
    atService(_service, step) {
      if (crashAt !== step) return undefined;
      crashAt = null;
      keeper.endThread('world');
      return new Promise(() => undefined);
    },
  });
  for (const agent of agents) world.seats[agent].onCrashPoint = () => keeper.endThread(agent);

  const acts = worldActs(world, keeper, (step) => {
    crashAt = oneOf(serviceSteps, step);
  });
  leading = {
    world,
    status: () => ({
      agents: agents.map((agent) => world.seats[agent].status()),
      scenario: world.player.status(),
      news: world.news.counts(),
    }),
    async perform(act, args) {
      const call = readAct(act, args);
      return (acts[call.name] as (...args: readonly unknown[]) => Promise<unknown>)(...call.args);
    },
    stop: () => stopping.abort(),
  };
  stopping.signal.addEventListener('abort', answerTabs(tabs, leading.perform));
  beat();
  return leading;
}
