import { expose } from 'comlink';
import { turnSteps, type Transcript } from '../../agents';
import { broadcastNews } from '../../bus';
import type { AgentName, EventId, Letter, Ref, WorldEvent } from '../../contracts';
import { readMail, type Input } from '../../intake';
import { AppError, systemClock } from '../../kernel';
import { openDexieStore, raiseEpoch, verify, type LogStore, type Verification } from '../../log';
import { serviceSteps, type ServiceStep } from '../../services';
import { chooseWorld, lastArchived, resetWorld, undoReset } from './chooseWorld';
import { readLetter, readTranscript } from './readSide';
import { startWorld, type World } from './startWorld';
import { worldUpdates, type WorldUpdate } from './worldUpdates';

/** Names of what the tabs of this app share; they carry its path, so that two copies on one origin do not meet by accident. */
export interface SharedNames {
  readonly database: string;
  readonly lock: string;
  readonly channel: string;
}

/** What the page is told while a world runs. */
export interface WorldListener {
  elsewhere(): void;
  update(update: WorldUpdate): void;
  failed(code: string, message: string): void;
  /** This thread stands still where it was asked to; terminate it. */
  atCrashPoint(who: 'world' | AgentName): void;
}

/** Monday, 2 March 2026, 9:00 in UTC: the virtual morning on which every new shop opens. */
const openingMs = Date.UTC(2026, 2, 2, 9);

/** What the page can ask of the world's thread. Everything goes by value; nothing here is a fact. */
export class WorldDoor {
  #world: World | null = null;
  #store: LogStore | null = null;
  #listener: WorldListener | null = null;
  #crashAt: ServiceStep | null = null;

  /** Waits for the lead, opens the database and starts the world. Resolves when it runs. */
  async open(names: SharedNames, listener: WorldListener): Promise<void> {
    this.#listener = listener;
    await lead(names.lock, () => void listener.elsewhere());
    const store = await openDexieStore(names.database);
    this.#store = store;
    const { id } = await raiseEpoch(store, (await chooseWorld(store, Date.now())).id);
    const canUndo = (await lastArchived(store)) !== null;
    let updates: ReturnType<typeof worldUpdates> | null = null;
    const world = await startWorld({
      store,
      worldId: id,
      news: broadcastNews(names.channel),
      real: systemClock,
      startMs: openingMs,
      salt,
      signal: new AbortController().signal,
      changed: () => updates?.changed(),
      onError: (error) => {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
        void listener.failed(name, message);
      },
      atService: (_service, step) => this.#atService(step),
    });
    this.#world = world;
    for (const [agent, seat] of Object.entries(world.seats)) {
      seat.onCrashPoint = () => void listener.atCrashPoint(agent as AgentName);
    }
    updates = worldUpdates(world, canUndo, (update) => Promise.resolve(listener.update(update)));
    await updates.start();
  }

  #atService(step: ServiceStep): Promise<void> | void {
    if (this.#crashAt !== step) return;
    this.#crashAt = null;
    void this.#listener?.atCrashPoint('world');
    return new Promise(() => undefined);
  }

  #open(): World {
    if (!this.#world) throw new AppError('LogClosed', 'The shop is still opening. Try again in a moment.');
    return this.#world;
  }

  /** Gives this agent's thread a desk at the other end of this port. The port is its identity. */
  connect(agent: AgentName, port: MessagePort): void {
    expose(this.#open().desk(agent), port);
  }

  submit(inputId: string, input: Input): Promise<readonly WorldEvent[]> {
    return this.#open().door.submit(inputId, input);
  }

  events(after: number, limit: number): Promise<readonly WorldEvent[]> {
    return this.#open().log.read(after, Math.min(limit, 5000));
  }

  event(id: EventId): Promise<WorldEvent | null> {
    return this.#open().log.event(id);
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
    return this.#open().log.find({ correlation });
  }

  text(ref: Ref): Promise<string | null> {
    return this.#open().log.text(ref);
  }

  async letter(ref: Ref): Promise<Letter | null> {
    const text = await this.text(ref);
    return text === null ? null : readLetter(text);
  }

  async transcript(ref: Ref): Promise<Transcript | null> {
    const text = await this.text(ref);
    return text === null ? null : readTranscript(text);
  }

  /** Reads a file as a mail and takes it in. The same bytes twice are one mail when it carries a Message-ID. */
  async takeMail(inputId: string, bytes: Uint8Array): Promise<readonly WorldEvent[]> {
    return this.submit(inputId, { kind: 'dropMail', letter: await readMail(bytes) });
  }

  pause(agent: AgentName): Promise<void> {
    return this.#open().pause(agent);
  }

  resume(agent: AgentName): Promise<void> {
    return this.#open().resume(agent);
  }

  allowOne(agent: AgentName): void {
    this.#open().seats[agent].allowOne();
  }

  crashed(agent: AgentName): Promise<void> {
    return this.#open().crashed(agent);
  }

  retry(agent: AgentName, failure: EventId): Promise<void> {
    return this.#open().retry(agent, failure);
  }

  /** Stages a crash: the thread stops at this step, and the page is told to terminate it there. */
  crashAt(who: 'world' | AgentName, step: string): void {
    if (who === 'world') this.#crashAt = oneOf(serviceSteps, step);
    else this.#open().seats[who].crashAt(oneOf(turnSteps, step));
  }

  dropNews(count: number): void {
    this.#open().news.dropNext(count);
  }

  play(speed: number): void {
    this.#open().player.play(speed);
  }

  hold(): void {
    this.#open().player.hold();
  }

  stepScenario(): Promise<void> {
    return this.#open().player.step();
  }

  settled(): Promise<void> {
    return this.#open().settled();
  }

  verify(): Promise<Verification> {
    return verify(this.#open().log);
  }

  /** Archives this world and begins another; this thread is done then. */
  async reset(): Promise<void> {
    if (this.#store) await resetWorld(this.#store, this.#open().log.world().id, Date.now());
  }

  async undoReset(): Promise<void> {
    if (this.#store) await undoReset(this.#store, this.#open().log.world().id, Date.now());
  }
}

/** Resolves when this thread holds the lock, which it keeps until it dies. */
async function lead(name: string, elsewhere: () => void): Promise<void> {
  const forEver = new Promise<void>(() => undefined);
  const got = await new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? forEver : undefined;
      })
      .catch(reject);
  });
  if (got) return;
  elsewhere();
  await new Promise<void>((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return forEver;
      })
      .catch(reject);
  });
}

function salt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function oneOf<T extends string>(steps: readonly T[], asked: string): T {
  const step = steps.find((one) => one === asked);
  if (!step) throw new AppError('InvalidInput', `There is no step "${asked}". Steps: ${steps.join(', ')}.`);
  return step;
}
