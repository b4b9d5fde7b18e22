import type { ScenarioStep } from '../../intake';
import type { ExternalDoor } from './externalDoor';
import type { WorldClock } from './worldClock';

/** Where the seeded day stands. */
export interface PlayerStatus {
  readonly playing: boolean;
  readonly speed: number;
  readonly done: number;
  readonly total: number;
  readonly at: number;
  readonly next: string | null;
}

/** Lets a seeded day happen: by itself at some speed, or one thing at a time. */
export interface ScenarioPlayer {
  /** Virtual seconds per second; Infinity is as fast as everybody can follow. */
  play(speed: number): void;
  hold(): void;
  /** The next thing, once all are settled. */
  step(): Promise<void>;
  status(): PlayerStatus;
}

/** What a player needs. `cursor` is how many steps are in the log already: its checkpoint settles with each of them. */
export interface PlayerHost {
  readonly steps: readonly ScenarioStep[];
  readonly cursor: number;
  /** The moment at which the scenario's time is 0. */
  readonly startMs: number;
  readonly seed: number;
  readonly clock: WorldClock;
  readonly door: ExternalDoor;
  readonly signal: AbortSignal;
  /** Resolves when services and agents have nothing left to do. */
  settled(): Promise<void>;
  /** Resolves when every proposal has its answer, and every fact what follows from it. */
  servicesSettled(): Promise<void>;
  changed(): void;
  onError(error: unknown): void;
}

/** How the scenario's checkpoint is called. */
export const scenarioReader = 'scenario';

/** The name of a step as an input: the same in every world that has this day. */
export const scenarioInput = (seed: number, n: number): string => `scenario-${seed}-${n}`;

const answersTheWorld: ReadonlySet<string> = new Set(['supplierDelivers', 'returnArrives', 'reportShipment']);

/** Opens a held player at its cursor. */
export function scenarioPlayer(host: PlayerHost): ScenarioPlayer {
  const { steps, clock, door, signal } = host;
  let cursor = host.cursor;
  let playing = false;
  let speed = 1;
  let running: Promise<void> | null = null;
  let wake: () => void = () => undefined;

  async function happen(step: ScenarioStep) {
    clock.advanceTo(host.startMs + step.atMs);
    const checkpoint = { reader: scenarioReader, position: cursor + 1, attempts: 0 };
    await door.submit(scenarioInput(host.seed, step.n), step.input, checkpoint);
    cursor += 1;
    host.changed();
  }

  async function run() {
    for (let step = steps[cursor]; step && playing && !signal.aborted; step = steps[cursor]) {
      const dueMs = host.startMs + step.atMs - clock.now();
      if (speed !== Infinity && dueMs > 0) {
        await pause(Math.min(dueMs / speed, 250));
        continue;
      }
      // What answers the world (a delivery for a reorder) waits for the world, the rest only for the services: agents may be slow.
      await (speed === Infinity || answersTheWorld.has(step.input.kind) ? host.settled() : host.servicesSettled());
      if (playing && !signal.aborted) await happen(step);
    }
    if (cursor >= steps.length && playing) clock.run(speed === Infinity ? 1 : speed);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** One at a time: a step taken by hand waits for the one that is happening. */
  function start(what: () => Promise<void>) {
    const before = running ?? Promise.resolve();
    const mine = before.then(what).catch((error: unknown) => {
      playing = false;
      host.onError(error);
    });
    running = mine;
    return mine;
  }

  return {
    play(next) {
      speed = next;
      clock.run(next === Infinity ? 0 : next);
      wake();
      if (!playing) {
        playing = true;
        void start(run);
      }
      host.changed();
    },
    hold() {
      playing = false;
      clock.run(0);
      wake();
      host.changed();
    },
    async step() {
      this.hold();
      await start(async () => {
        await host.settled();
        const step = steps[cursor];
        if (step && !signal.aborted) await happen(step);
      });
    },
    status: () => ({
      playing: playing && cursor < steps.length,
      speed,
      done: cursor,
      total: steps.length,
      at: clock.now(),
      next: steps[cursor]?.says ?? null,
    }),
  };
}
