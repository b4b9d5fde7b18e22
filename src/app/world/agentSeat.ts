import { isOneOf, type AgentName, type EventId, type EventOf, type EventType, type WorldEvent } from '../../contracts';
import type { TurnStep } from '../../agents';

/** What the screen says of an agent's thread. */
export interface SeatStatus {
  readonly name: AgentName;
  readonly state: 'starting' | 'idle' | 'thinking' | 'paused' | 'crashed';
  readonly lag: number;
  readonly checkpoint: number;
  readonly step: TurnStep | null;
  readonly trigger: EventId | null;
}

/**
 * An agent's place in the world, whichever thread sits there at the moment: whether it may work, how far it is, what it is doing. All of it
 * is derived; only pauses and crashes are remembered, as records in the log.
 */
export class AgentSeat {
  readonly #name: AgentName;
  readonly #tunedTo: readonly EventType[];
  readonly #changed: () => void;
  /** Positions of events that concern it and that it has not dealt with yet, in order. */
  #ahead: number[] = [];
  #crashes = new Map<EventId, number>();
  #paused = false;
  #present: 'nobody' | 'starting' | 'here' | 'crashed' = 'nobody';
  #position = 0;
  #trigger: EventId | null = null;
  #step: TurnStep | null = null;
  #passes = 0;
  #waiting: (() => void)[] = [];
  #crashAt: TurnStep | null = null;
  /** Called when a thread has reached the step at which it is to die; the thread waits there for its end. */
  onCrashPoint: (() => void) | null = null;

  constructor(name: AgentName, tunedTo: readonly EventType[], changed: () => void) {
    this.#name = name;
    this.#tunedTo = tunedTo;
    this.#changed = changed;
  }

  /** To be called for every event, in order. */
  notice(event: WorldEvent): void {
    if (this.#concerns(event)) this.#ahead.push(event.position);
    if (!isOneOf(event, ['AgentPaused', 'AgentResumed', 'AgentCrashed']) || event.data.agent !== this.#name) return;
    if (event.type === 'AgentCrashed') {
      if (event.data.trigger) this.#crashes.set(event.data.trigger, event.data.times);
      return;
    }
    this.#paused = event.type === 'AgentPaused';
    this.#passes = 0;
    if (!this.#paused) this.#release();
  }

  /** Goes on where the log stands: how often it crashed on what, and whether it is paused. */
  restore(paused: boolean, crashes: readonly EventOf<'AgentCrashed'>[]): void {
    this.#paused = paused;
    for (const { data } of crashes) if (data.trigger) this.#crashes.set(data.trigger, data.times);
  }

  #concerns(event: WorldEvent): boolean {
    if (event.answers?.startsWith(`${this.#name}-`)) return true;
    if (event.type === 'AgentRetried') return event.data.agent === this.#name;
    return this.#tunedTo.includes(event.type);
  }

  /** A thread has sat down. */
  arrive(): void {
    this.#present = 'starting';
    this.#trigger = this.#step = null;
    this.#changed();
  }

  /** The thread is gone; returns what it was working on. */
  leave(): EventId | null {
    const trigger = this.#trigger;
    this.#present = 'crashed';
    this.#trigger = this.#step = null;
    this.#crashAt = null;
    this.#waiting = [];
    this.#changed();
    return trigger;
  }

  /** True while a thread sits here, or is about to. */
  isTaken(): boolean {
    return this.#present === 'starting' || this.#present === 'here';
  }

  crashesOn(trigger: EventId): number {
    return this.#crashes.get(trigger) ?? 0;
  }

  /** It has dealt with everything up to here. */
  reached(position: number): void {
    const sitsDown = this.#present === 'starting';
    if (sitsDown) this.#present = 'here';
    if (position > this.#position) {
      this.#position = position;
      this.#ahead = this.#ahead.filter((ahead) => ahead > position);
    } else if (!sitsDown) return;
    this.#changed();
  }

  began(trigger: EventId): void {
    this.#present = 'here';
    this.#trigger = trigger;
    this.#changed();
  }

  ended(position: number): void {
    this.#trigger = this.#step = null;
    this.reached(position);
  }

  /** Resolves at once, or when the agent is resumed or allowed one step. */
  async mayBegin(): Promise<void> {
    while (this.#paused) {
      if (this.#passes > 0) {
        this.#passes -= 1;
        return;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Lets a paused agent begin one turn. */
  allowOne(): void {
    if (!this.#paused) return;
    this.#passes = 1;
    this.#release();
  }

  #release() {
    for (const wake of this.#waiting.splice(0)) wake();
    this.#changed();
  }

  /** The thread will stop for good at this step, and whoever can terminate threads is told. */
  crashAt(step: TurnStep): void {
    this.#crashAt = step;
  }

  /** Called by the thread at each step of a turn. */
  at(step: TurnStep): Promise<void> {
    this.#step = step;
    if (this.#crashAt !== step) return Promise.resolve();
    this.#crashAt = null;
    this.onCrashPoint?.();
    return new Promise(() => undefined);
  }

  status(): SeatStatus {
    return {
      name: this.#name,
      state: this.#state(),
      lag: this.#ahead.length,
      checkpoint: this.#position,
      step: this.#step,
      trigger: this.#trigger,
    };
  }

  /** True when it has nothing to do, or cannot do it: nobody waits for it. */
  settled(): boolean {
    const isAway = this.#paused || this.#present === 'crashed' || this.#present === 'nobody';
    return isAway || (this.#ahead.length === 0 && this.#trigger === null);
  }

  #state(): SeatStatus['state'] {
    if (this.#present === 'crashed') return 'crashed';
    if (this.#paused && this.#trigger === null) return 'paused';
    if (this.#present !== 'here') return 'starting';
    return this.#trigger === null ? 'idle' : 'thinking';
  }
}
