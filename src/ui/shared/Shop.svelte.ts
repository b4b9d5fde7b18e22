import { createSubscriber } from 'svelte/reactivity';
import type { ShopSnapshot, ShopState, ShopTools } from '../ShopTools';

/** The shop as the page sees it now. Whoever reads it is shown every later state too. */
export class Shop {
  #state: ShopState = { kind: 'opening' };
  #heed: () => void;

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
}
