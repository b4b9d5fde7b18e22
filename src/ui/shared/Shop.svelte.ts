import { createSubscriber } from 'svelte/reactivity';
import type { EventId, WorldEvent } from '../../contracts';
import type { ShopSnapshot, ShopState, ShopTools } from '../ShopTools';
import { positionsOf, tell } from './tell';

/** The shop as the page sees it now. Whoever reads it is shown every later state too. */
export class Shop {
  #state: ShopState = { kind: 'opening' };
  #heed: () => void;
  #positions: ReadonlyMap<EventId, number> = positionsOf([]);
  #positionsOf: ShopSnapshot | null = null;

  constructor(tools: ShopTools) {
    this.#heed = createSubscriber((update) =>
      tools.watch((state) => {
        this.#state = state;
        update();
      }),
    );
  }

  get state(): ShopState {
    this.#heed();
    return this.#state;
  }

  /** The open shop. Only screens that stand inside it ask. */
  get now(): ShopSnapshot {
    const { state } = this;
    if (state.kind !== 'open')
      throw new Error(`Expected an open shop, found it ${state.kind}. Show it only when it is open.`);
    return state.snapshot;
  }

  /** The open shop, or null. */
  get orNull(): ShopSnapshot | null {
    const { state } = this;
    return state.kind === 'open' ? state.snapshot : null;
  }

  /** An event in words, with the names and positions that are known now. */
  tell(event: WorldEvent): string {
    const { now } = this;
    if (this.#positionsOf !== now) {
      this.#positions = positionsOf(now.tail);
      this.#positionsOf = now;
    }
    return tell(event, { names: now.names, positionOf: (id) => this.#positions.get(id) });
  }
}
