import { allTunedTo, listening, turnSteps } from '../../agents';
import { agents, type AgentName, type WorldEvent } from '../../contracts';
import type { Views } from '../../projections';
import { serviceSteps } from '../../services';
import type { ShopSnapshot, ShopState, ShopTools } from '../../ui';
import { withChange, withRows } from '../../kernel';
import type { WorldSnapshot, WorldUpdate } from '../world';
import { acts } from './acts';
import { exchange } from './exchange';
import { sharedNames } from './sharedNames';
import { startThreads } from './threads';

/** How many of the newest events the page keeps; older ones it asks for. */
const tailLength = 500;

const listensTo = Object.fromEntries(agents.map((name) => [name, allTunedTo(listening[name])])) as unknown as Readonly<
  Record<AgentName, readonly string[]>
>;

/** What the page holds of the world's tables, put together from changes. */
interface Tables {
  readonly stream: string;
  readonly views: Views | undefined;
  readonly names: WorldSnapshot['names'];
  readonly mails: WorldSnapshot['mails'];
}

const noTables: Tables = { stream: '', views: undefined, names: {}, mails: {} };

/** How fast a shop begins: something happens every two or three seconds. */
const openingSpeed = 4;

/** How a page may be opened: `?play=off` shows a shop that stands still until somebody plays it. */
export interface ShopOptions {
  readonly play: boolean;
}

/** Starts the shop's threads and returns what screens can ask of them. */
export function startShop({ play }: ShopOptions): ShopTools {
  if (!isSecureContext) return noShop('NoSecureContext', `${location.origin} is not a secure address.`);
  const watchers = new Set<(state: ShopState) => void>();
  let state: ShopState = { kind: 'opening' };
  let tail: readonly WorldEvent[] = [];
  let tables = noTables;
  // Events of an imported world say where they were first written, not where they are.
  let tailOf = '';
  /** What the visitor last asked for; a new thread of the world goes on with it. */
  let speed = play ? openingSpeed : 0;

  function show(next: ShopState) {
    state = next;
    for (const watcher of watchers) watcher(state);
  }

  function update({ stream, whole, snapshot, changes, events }: WorldUpdate) {
    // A service that had to stop stays visible until the shop is begun anew, whatever else still moves.
    if (state.kind === 'failed') return;
    // A thread that was replaced, or followed and leads now, begins a stream of its own; what is left of the other is not for these tables.
    if (!whole && tables.stream !== stream) return;
    const before = whole ? noTables : tables;
    const views = withChange(before.views, changes.views) as Views;
    tables = {
      stream,
      views,
      names: withRows(before.names, changes.names),
      mails: withRows(before.mails, changes.mails),
    };
    const last = tailOf === snapshot.world.id ? (tail.at(-1)?.position ?? 0) : 0;
    const fresh = events.filter((event) => event.position > last);
    const known = last > 0 && (fresh[0]?.position ?? last + 1) === last + 1 ? tail : [];
    tailOf = snapshot.world.id;
    tail = [...known, ...fresh].slice(-tailLength);
    const { names, mails } = tables;
    show({ kind: 'open', snapshot: { ...snapshot, views, names, mails, tail } });
    // Two megabytes that make searching better wait for what makes the shop run: the first work of an agent, or that there is none.
    if (speed === 0 || tail.some((event) => event.type === 'AgentDecided')) threads.handOutVectors();
  }

  const threads = startThreads(sharedNames(document.baseURI), {
    opening() {
      // While a thread is replaced, what it showed last is better than nothing.
      if (state.kind === 'failed') show({ kind: 'opening' });
    },
    update,
    leads() {
      if (speed > 0) void threads.act('play', speed);
    },
    failed: (code, message) => show({ kind: 'failed', code, message }),
  });

  const snapshot = (): ShopSnapshot => {
    if (state.kind === 'open') return state.snapshot;
    throw new Error('The shop is not open yet. Try again in a moment.');
  };
  const { ask, act } = threads;
  const files = exchange(threads);

  /** Resolves when this world is on screen. */
  const shown = (worldId: string) =>
    new Promise<void>((resolve) => {
      const watcher = (now: ShopState) => {
        if (now.kind !== 'open' || now.snapshot.world.id !== worldId) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher(state);
    });
  let opened: ReturnType<typeof openImporting> | null = null;
  const openImporting = async () => {
    const { shopFiles } = await import('./shopFiles');
    return shopFiles({ threads, worldId: () => snapshot().world.id, shown });
  };
  const importing = () => (opened ??= openImporting());

  let looking: ReturnType<typeof openLookingBack> | null = null;
  const openLookingBack = async () => {
    const { lookBack } = await import('../lookBack');
    return lookBack((position, held) => ask((world) => world.pastAt(position, held)));
  };
  const lookingBack = () => (looking ??= openLookingBack());

  return {
    turnSteps,
    serviceSteps,
    listensTo,
    watch(listener) {
      watchers.add(listener);
      listener(state);
      return () => watchers.delete(listener);
    },
    ...acts(threads, snapshot),

    events: (after, limit) => ask((world) => world.events(after, limit)),
    event: (id) => ask<WorldEvent | null>((world) => world.event(id)),
    causes: (id) => ask((world) => world.causes(id)),
    effects: (id) => ask((world) => world.effects(id)),
    story: (correlationId) => ask((world) => world.story(correlationId)),
    eventsAbout: (tag) => ask((world) => world.eventsAbout(tag)),
    letter: (ref) => ask((world) => world.letter(ref)),
    text: (ref) => ask((world) => world.text(ref)),
    briefings: (upTo) => ask((world) => world.briefings(upTo)),
    promptPlan: (agent, system) => ask((world) => world.promptPlan(agent, system)),
    decision: (id, upTo) => ask((world) => world.decision(id, upTo)),
    transcript: (ref) => ask((world) => world.transcript(ref)),

    pause: (agent) => act('pause', agent),
    resume: (agent) => act('resume', agent),
    step: (agent) => act('allowOne', agent),
    crash: (agent, atStep) => act('crash', agent, atStep ?? null),
    crashWorld: (atStep) => act('crash', 'world', atStep ?? null),
    chooseEngine: (agent, engine, model) => act('chooseEngine', agent, engine, model),
    retry: (agent, failure) => act('retry', agent, failure),
    dropNews: (count) => act('dropNews', count),

    play(asked) {
      speed = asked;
      return act('play', asked);
    },
    hold() {
      speed = 0;
      return act('hold');
    },
    stepScenario() {
      speed = 0;
      return act('stepScenario');
    },
    async settled() {
      await files.idle();
      await act('settled');
    },

    async verify() {
      const started = performance.now();
      const report = await ask((world) => world.verify());
      return { ...report, ms: performance.now() - started };
    },
    reset: () => act('reset', snapshot().world.id),
    undoReset: () => act('undoReset', snapshot().world.id),

    ...files,
    readShop: async (files, into, watch) => (await importing()).readShop(files, into, watch),
    importShop: async (watch) => (await importing()).importShop(watch),
    exportTable: async (what) => {
      const [{ exportTable }, rows] = await Promise.all([import('./exportTable'), ask((world) => world.tableRows())]);
      return exportTable(what, rows);
    },
    openWorld(id) {
      speed = 0;
      return act('openWorld', id);
    },
    archiveWorld: (id, aside) => act('archive', id, aside),

    sealAt: (position) => ask((world) => world.sealAt(position)),
    at: async (position) => (await lookingBack())(position),
    why: (of, key, field, upTo) => ask((world) => world.whyField(of, key, field, upTo)),
    possibleActs: (orderId, at) => ask((world) => world.possibleActs(orderId, at)),
    weigh: (wish, at) => ask((world) => world.weigh(wish, at)),
    compareWith: (id) => ask((world) => world.compareWith(id)),
    async fork(name, position, { change = null, agent = null, again = false } = {}) {
      const id = `fork-${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 8)}`;
      await act('fork', { id, name, position, change, agent, again });
      return id;
    },
    removeWorld: (id) => act('removeWorld', id),
  };
}

/** Tools of a shop that cannot be opened here: they show why, and whatever is asked of them fails with the same words. */
function noShop(code: string, message: string): ShopTools {
  const shown: ShopState = { kind: 'failed', code, message };
  const watch: ShopTools['watch'] = (listener) => {
    listener(shown);
    return () => undefined;
  };
  const fail = () => Promise.reject(new Error(message));
  const lists = { turnSteps, serviceSteps, listensTo };
  return new Proxy({ ...lists, watch } as unknown as ShopTools, {
    get: (known, name) => (Reflect.get(known, name) as unknown) ?? fail,
  });
}
