import type { Random } from '../../kernel';
import type { Faults, HandFault } from '../scenario/Scenario';
import type { MessageTrace } from '../trace/Trace';
import type { Scheduler } from './Scheduler';

/** A message to be carried: who tells whom, in what words, and what happens when it arrives. */
export interface Parcel {
  readonly from: string;
  readonly to: string;
  readonly says: string;
  /** Called at each arrival: not at all when it is lost, twice when it is doubled. */
  arrive(): void;
}

/** How long a message takes when nothing is wrong: between these two. */
const latencyMs = [20, 40] as const;
/** How long a message that is held back waits, so that later ones overtake it. */
const heldBackMs = 800;

interface Flight {
  readonly trace: MessageTrace;
  readonly parcel: Parcel;
  arriveMs: number;
  cancel: () => void;
}

/**
 * A network that loses, delays, doubles and reorders by the scenario's rates, drawn from its own stream of chance; and what a person
 * did to single messages, by their numbers. Each message is written down with what became of it.
 */
export class Network {
  readonly messages: MessageTrace[] = [];
  readonly #flights = new Map<number, Flight>();
  #sent = 0;
  #startMs: number | null = null;

  constructor(
    readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly faults: Faults,
    private readonly byHand: readonly HandFault[],
    private readonly keeps = true,
  ) {}

  /** From here on things go wrong, messages count, and this moment is 0. What was before, the morning's briefing, is not what the lab is about. */
  beginDay(): void {
    this.#startMs = this.scheduler.nowMs;
  }

  /** Milliseconds since the day began. */
  get dayMs(): number {
    return this.scheduler.nowMs - (this.#startMs ?? this.scheduler.nowMs);
  }

  /** How many messages were sent since the day began. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends a message and returns its number, counted from 1 once the day has begun. */
  send(parcel: Parcel): number {
    if (this.#startMs === null) {
      this.scheduler.after(latencyMs[0], () => parcel.arrive());
      return 0;
    }
    const n = ++this.#sent;
    const { faults } = this;
    const roll = () => this.random() * 100;
    // Always the same number of draws for a message, so that one fault more changes nothing else.
    const [lost, doubled, held, spread, extra] = [roll(), roll(), roll(), this.random(), this.random()];
    const hand = this.byHand.filter((fault) => 'message' in fault && fault.message === n).map((fault) => fault.kind);
    const delayMs =
      latencyMs[0] +
      Math.floor(spread * (latencyMs[1] - latencyMs[0])) +
      Math.floor(extra * faults.delayMs) +
      (held < faults.reorderPercent ? heldBackMs : 0) +
      (hand.includes('delay') ? 3_000 : 0);
    const trace: MessageTrace = {
      n,
      from: parcel.from,
      to: parcel.to,
      says: parcel.says,
      sentMs: this.dayMs,
      arrivalsMs: [],
      lost: false,
    };
    if (this.keeps) this.messages.push(trace);
    if (hand.includes('drop') || (lost < faults.lossPercent && !hand.includes('double'))) {
      trace.lost = true;
      return n;
    }
    const flight = this.#fly(n, trace, parcel, delayMs);
    this.#swap(n, flight);
    if (hand.includes('double') || doubled < faults.doublePercent) this.#fly(-n, trace, parcel, delayMs + latencyMs[1]);
    return n;
  }

  #fly(key: number, trace: MessageTrace, parcel: Parcel, delayMs: number): Flight {
    const flight: Flight = { trace, parcel, arriveMs: this.scheduler.nowMs + delayMs, cancel: () => undefined };
    if (key > 0 && this.byHand.length > 0) this.#flights.set(key, flight);
    this.#land(key, flight);
    return flight;
  }

  #land(key: number, flight: Flight): void {
    flight.cancel = this.scheduler.after(flight.arriveMs - this.scheduler.nowMs, () => {
      this.#flights.delete(key);
      flight.trace.arrivalsMs.push(this.dayMs);
      flight.parcel.arrive();
    });
  }

  /** Two messages in flight change places: each arrives when the other would have. */
  #swap(n: number, flight: Flight): void {
    for (const fault of this.byHand) {
      if (fault.kind !== 'swap' || fault.message !== n) continue;
      const other = this.#flights.get(fault.with);
      if (!other || fault.with === n) continue;
      for (const one of [flight, other]) one.cancel();
      [flight.arriveMs, other.arriveMs] = [other.arriveMs, flight.arriveMs];
      this.#land(n, flight);
      this.#land(fault.with, other);
    }
  }
}
