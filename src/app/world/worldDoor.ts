import { expose, proxy, type ProxyMarked } from 'comlink';
import type { Briefing } from '../../agents';
import { broadcastNews } from '../../bus';
import type { AgentName, EventId, Letter, Ref, WorldEvent } from '../../contracts';
import { openIndex, type ImportIndex } from '../../intake';
import { AppError, defaultCurrency } from '../../kernel';
import { lastPosition, openSnapshots, type Log } from '../../log';
import { lights } from '../../projections';
import { openDexieStore } from '../../log/dexie';
import { lastArchived } from './chooseWorld';
import { exchangeDoor, type ExchangeDoor } from './exchangeDoor';
import { followWorld, type FollowedWorld } from './followWorld';
import { forwardAct } from './forwardActs';
import { historyDoor, type Comparison, type HistoryDoor, type PastUpdate, type WhyField } from './historyDoor';
import type { DecisionReport } from './decisionReport';
import type { PromptPlan } from './promptPlan';
import { seekLead } from './leadership';
import { importIndex } from './importIndex';
import { startLeading, type Leading } from './startLeading';
import { readLetter, readTranscript } from './readSide';
import { shownTranscript, type ShownTranscript } from './shownTranscript';
import { tableRows, type TableRows } from './tableRows';
import { openTabs, type LeaderStatus, type Tabs } from './tabs';
import { whatIfDoor, type WhatIfDoor } from './whatIfDoor';
import { verifyAll, type WholeVerification } from './verifyAll';
import type { ThreadKeeper, WorldActs } from './worldActs';
import { worldUpdates, type WorldUpdate } from './worldUpdates';

/** Names of what the tabs of this app share; they carry its path, so that two copies on one origin do not meet by accident. */
export interface SharedNames {
  readonly database: string;
  readonly lock: string;
  readonly channel: string;
}

/** What the page is told while a world runs. */
export interface WorldListener extends ThreadKeeper {
  /** This tab decides and appends now: agents belong beside it. */
  leads(world: string): void;
  /** Another tab does: no agents here. */
  follows(): void;
  update(update: WorldUpdate): void;
  failed(code: string, message: string): void;
}

/** What the page can ask of the world's thread. Everything goes by value; nothing here is a fact. */
export class WorldDoor {
  #tabs: Tabs | null = null;
  #followed: FollowedWorld | null = null;
  #leading: Leading | null = null;
  #lock = '';
  #past: { readonly log: Log; readonly door: HistoryDoor & WhatIfDoor } | null = null;
  /** Ends following; asked-for acts that wait for the leader are then done here. */
  readonly #following = new AbortController();

  /** Opens the database, and leads or follows. Resolves when the shop can be seen. */
  async open(names: SharedNames, listener: WorldListener): Promise<void> {
    const tabs = (this.#tabs = openTabs(`${names.channel}:tabs`));
    const news = broadcastNews(names.channel);
    this.#lock = names.lock;
    let heard = performance.now();
    let leader: LeaderStatus | null = null;
    let worldId: string | null = null;
    let opened: () => void = () => undefined;
    const visible = new Promise<void>((resolve) => (opened = resolve));
    let updates: ReturnType<typeof worldUpdates> | null = null;

    const store = await openDexieStore(names.database);
    const canUndo = (await lastArchived(store)) !== null;

    const follow = async (world: string) => {
      const { signal } = this.#following;
      const onError = (error: unknown) => tellFailure(listener, error);
      const followed = await followWorld({
        store,
        worldId: world,
        news,
        signal,
        changed: () => updates?.changed(),
        onError,
      });
      if (signal.aborted) return;
      this.#followed = followed;
      listener.follows();
      const oversight = { checkedTo: 0, because: null };
      const extras = () => ({ status: leader ?? nobody, oversight, canUndoReset: canUndo, leads: false });
      updates = worldUpdates(followed, extras, (update) => Promise.resolve(listener.update(update)), 0);
      await updates.start();
      opened();
    };
    const stopHearing = tabs.listen((message) => {
      if (message.kind !== 'beat') return;
      heard = performance.now();
      if (message.status) leader = message.status;
      updates?.changed();
      if (message.world === null || message.world === worldId) return;
      const isFirst = worldId === null;
      worldId = message.world;
      if (isFirst) follow(message.world).catch((error: unknown) => tellFailure(listener, error));
      else listener.beginAnew();
    });

    const seek = seekLead(names.lock, { sinceMs: () => performance.now() - heard }, () => undefined);
    const led = seek.then(async (lead) => {
      stopHearing();
      const leading = await startLeading(
        { store, news, tabs, keeper: listener, changed: () => updates?.changed() },
        (error) => tellFailure(listener, error),
      );
      // The first look at what was followed stays on screen until the whole of it can be seen from here.
      this.#following.abort();
      this.#leading = leading;
      this.#followed = leading.world;
      const extras = () => ({
        status: leading.status(),
        oversight: leading.world.oversight(),
        canUndoReset: canUndo,
        leads: true,
      });
      updates = worldUpdates(leading.world, extras, (update) => Promise.resolve(listener.update(update)));
      await updates.start();
      listener.leads(leading.world.log.world().id);
      opened();
      void lead.lost.then(() => {
        leading.stop();
        listener.beginAnew();
      });
    });
    await Promise.race([visible, led]);
    led.catch((error: unknown) => tellFailure(listener, error));
  }

  #read(): FollowedWorld {
    if (!this.#followed) throw new AppError('LogClosed', 'The shop is still opening. Try again in a moment.');
    return this.#followed;
  }

  /** Gives this agent's thread a desk at the other end of this port. The port is its identity. */
  connect(agent: AgentName, port: MessagePort): void {
    if (this.#leading) expose(this.#leading.world.desk(agent), port);
  }

  /** The agent's thread died. */
  async crashed(agent: AgentName): Promise<void> {
    await this.#leading?.world.crashed(agent);
  }

  /** Does something, here or in the tab that leads. `id` names the wish, so that asking again is harmless. */
  async act(id: string, name: keyof WorldActs, args: readonly unknown[]): Promise<unknown> {
    const here = () => this.#leading?.perform(name, args);
    const done = here();
    if (done) return done;
    if (!this.#tabs) throw new AppError('LogClosed', 'The shop is still opening. Try again in a moment.');
    return forwardAct(this.#tabs, id, name, args, this.#following.signal).catch((error: unknown) => {
      const now = here();
      if (now) return now;
      throw error;
    });
  }

  /** For one piece of work with files: it has its own progress and its own end. */
  exchange(): ExchangeDoor & ProxyMarked {
    const { log } = this.#read();
    const takeMail = (id: string, bytes: Uint8Array) => this.act(crypto.randomUUID(), 'takeMail', [id, bytes]);
    return proxy(exchangeDoor({ log, importLock: `${this.#lock}:import`, takeMail }));
  }

  /** The history of the world on screen, in whatever tab: looking writes nothing. */
  #history(): HistoryDoor & WhatIfDoor {
    const followed = this.#read();
    const { log } = followed;
    if (this.#past?.log === log) return this.#past.door;
    const door = { ...historyDoor(log, () => lights(followed.invariants)), ...whatIfDoor(log) };
    this.#past = { log, door };
    return door;
  }

  pastAt(...args: Parameters<HistoryDoor['at']>): Promise<PastUpdate> {
    return this.#history().at(...args);
  }

  whyField(...args: Parameters<HistoryDoor['why']>): Promise<WhyField> {
    return this.#history().why(...args);
  }

  possibleActs(...args: Parameters<WhatIfDoor['possibleActs']>): ReturnType<WhatIfDoor['possibleActs']> {
    return this.#history().possibleActs(...args);
  }

  weigh(...args: Parameters<WhatIfDoor['weigh']>): ReturnType<WhatIfDoor['weigh']> {
    return this.#history().weigh(...args);
  }

  decision(...args: Parameters<HistoryDoor['decision']>): Promise<DecisionReport | null> {
    return this.#history().decision(...args);
  }

  compareWith(...args: Parameters<HistoryDoor['compare']>): Promise<Comparison> {
    return this.#history().compare(...args);
  }

  /** The hash of the commit that ends at a position; null when none ends there. */
  async sealAt(position: number): Promise<string | null> {
    const [commit] = position > 0 ? await this.#read().log.storedCommits(position - 1, 1) : [];
    return commit && lastPosition(commit) === position ? commit.hash : null;
  }

  /** What an import has to know of the shop, or of one in which nothing has happened. */
  async importIndex(ofEmpty: boolean): Promise<ImportIndex> {
    const { log, people } = this.#read();
    return ofEmpty ? openIndex(defaultCurrency) : importIndex(log, people);
  }

  tableRows(): Promise<TableRows> {
    return tableRows(this.#read());
  }

  worldId(): string {
    return this.#read().log.world().id;
  }

  events(after: number, limit: number): Promise<readonly WorldEvent[]> {
    return this.#read().log.read(after, Math.min(limit, 5000));
  }

  event(id: EventId): Promise<WorldEvent | null> {
    return this.#read().log.event(id);
  }

  /** The chain of causes, nearest first. Causes precede their effects, so it ends. */
  async causes(id: EventId): Promise<readonly WorldEvent[]> {
    const chain: WorldEvent[] = [];
    let event = await this.event(id);
    while (event?.causationId) {
      event = await this.event(event.causationId);
      if (event) chain.push(event);
    }
    return chain;
  }

  async effects(id: EventId): Promise<readonly WorldEvent[]> {
    const event = await this.event(id);
    return event ? (await this.story(event.correlationId)).filter((one) => one.causationId === id) : [];
  }

  story(correlation: EventId): Promise<readonly WorldEvent[]> {
    return this.#read().log.find({ correlation });
  }

  async eventsAbout(tag: string): Promise<readonly WorldEvent[]> {
    return (await this.#read().log.find({ tag }, { reverse: true, limit: 1000 })).reverse();
  }

  text(ref: Ref): Promise<string | null> {
    return this.#read().log.text(ref);
  }

  async letter(ref: Ref): Promise<Letter | null> {
    const text = await this.text(ref);
    return text === null ? null : readLetter(text);
  }

  async transcript(ref: Ref): Promise<ShownTranscript | null> {
    const text = await this.text(ref);
    const transcript = text === null ? null : readTranscript(text);
    return transcript && shownTranscript(transcript);
  }

  /** What each agent would be told in this world, by now or as of a position. */
  async briefings(upTo?: number): Promise<Briefing[]> {
    // It takes the agents' own code, which this thread has no other use for.
    const { briefings } = await import('./briefings');
    return briefings(this.#read().log, upTo);
  }

  /** What stands in an agent's prompt whatever the turn is about. */
  async promptPlan(agent: AgentName, system: string | null): Promise<PromptPlan> {
    const { promptPlan } = await import('./promptPlan');
    return promptPlan(agent, system);
  }

  verify(): Promise<WholeVerification> {
    const { log, live } = this.#read();
    return verifyAll(log, live, openSnapshots(log));
  }
}

/** What is shown of threads before their tab has been heard. */
const nobody: LeaderStatus = {
  agents: [],
  scenario: { playing: false, speed: 1, done: 0, total: 0, at: 0, next: null },
  news: { toDrop: 0, dropped: 0 },
};

function tellFailure(listener: WorldListener, error: unknown) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  listener.failed(name, message);
}
