import { createSubscriber } from 'svelte/reactivity';
import type { WorldEvent } from '../../contracts';
import type { ShopSnapshot, ShopTools } from '../ShopTools';

const pageSize = 500;

/** Every event of the world, oldest first, as far as it has been read. Reading starts when a screen first looks. */
export class LogBook {
  #tools: ShopTools;
  #world = '';
  #events: WorldEvent[] = [];
  #byId = new Map<string, WorldEvent>();
  #reading = false;
  #heed: () => void;
  #update: () => void = () => undefined;

  constructor(tools: ShopTools) {
    this.#tools = tools;
    this.#heed = createSubscriber((update) => {
      this.#update = update;
      return tools.watch((state) => {
        if (state.kind === 'open') this.#follow(state.snapshot);
      });
    });
  }

  /** A copy of what has been read, oldest first, without gaps. */
  get events(): readonly WorldEvent[] {
    this.#heed();
    return this.#events.slice();
  }

  /** An event that has been read. */
  find(id: string | null): WorldEvent | undefined {
    this.#heed();
    return id === null ? undefined : this.#byId.get(id);
  }

  #follow(snapshot: ShopSnapshot): void {
    if (snapshot.world.id !== this.#world || snapshot.head < this.#events.length) {
      this.#world = snapshot.world.id;
      this.#events = [];
      this.#byId.clear();
      this.#update();
    }
    const first = snapshot.tail[0];
    if (first && first.position <= this.#events.length + 1) this.#take(snapshot.tail);
    else if (!this.#reading && this.#events.length < snapshot.head) void this.#readOn(snapshot.head);
  }

  async #readOn(head: number): Promise<void> {
    this.#reading = true;
    const world = this.#world;
    try {
      while (this.#events.length < head && this.#world === world) {
        const read = await this.#tools.events(this.#events.length, pageSize);
        if (this.#world !== world || read.length === 0) break;
        this.#take(read);
      }
    } catch {
      // The next news tries again; what could not be read is not shown as if it were not there.
    } finally {
      this.#reading = false;
    }
  }

  #take(events: readonly WorldEvent[]): void {
    let grew = false;
    for (const event of events) {
      if (event.position !== this.#events.length + 1) continue;
      this.#events.push(event);
      this.#byId.set(event.id, event);
      grew = true;
    }
    if (grew) this.#update();
  }
}
