import { createSubscriber } from 'svelte/reactivity';
import type { WorldEvent } from '../../contracts';
import type { ShopSnapshot, ShopTools } from '../ShopTools';
import { ReadEvents } from './ReadEvents';

const pageSize = 500;

/** Every event of the world, oldest first, as far as it has been read. Reading starts when a screen first looks. */
export class LogBook {
  #tools: ShopTools;
  #world = '';
  #read = new ReadEvents();
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
    return this.#read.all();
  }

  /** An event that has been read. */
  find(id: string | null): WorldEvent | undefined {
    this.#heed();
    return id === null ? undefined : this.#read.find(id);
  }

  #follow({ world, head, tail }: ShopSnapshot): void {
    if (world.id !== this.#world || head < this.#read.last) {
      this.#world = world.id;
      this.#read = new ReadEvents();
      this.#update();
    }
    const first = tail[0];
    if (first && first.position <= this.#read.last + 1) this.#take(tail);
    else if (!this.#reading && this.#read.last < head) void this.#readOn(head);
  }

  async #readOn(head: number): Promise<void> {
    this.#reading = true;
    const into = this.#read;
    try {
      while (into === this.#read && into.last < head) {
        const page = await this.#tools.events(into.last, pageSize);
        // A reset came in between: what was asked for belongs to the world before.
        if (into !== this.#read || !this.#take(page)) break;
      }
    } catch {
      // The next news tries again; what could not be read is not shown as if it were not there.
    } finally {
      this.#reading = false;
    }
  }

  #take(events: readonly WorldEvent[]): boolean {
    const grew = this.#read.take(events);
    if (grew) this.#update();
    return grew;
  }
}
