import type { WorldEvent } from '../../contracts';

/** What has been read of a world's log: oldest first, without a gap, each event to be found by its id. */
export class ReadEvents {
  #events: WorldEvent[] = [];
  #byId = new Map<string, WorldEvent>();

  /** The position of the last event that has been read. */
  get last(): number {
    return this.#events.length;
  }

  /** A copy of all of them. */
  all(): readonly WorldEvent[] {
    return this.#events.slice();
  }

  find(id: string): WorldEvent | undefined {
    return this.#byId.get(id);
  }

  /** Takes those that come next, in order; what is known or lies beyond a gap is left. True when there was something to take. */
  take(events: readonly WorldEvent[]): boolean {
    const before = this.last;
    for (const event of events) {
      if (event.position !== this.last + 1) continue;
      this.#events.push(event);
      this.#byId.set(event.id, event);
    }
    return this.last > before;
  }
}
