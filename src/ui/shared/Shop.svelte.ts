import { createSubscriber } from 'svelte/reactivity';
import { moneyIn } from '../../kernel';
import type { EventId, WorldEvent } from '../../contracts';
import type { ShopSnapshot, ShopState, ShopTools } from '../ShopTools';
import { positionsOf, tell } from './tell';

/** The shop as the page sees it now. Whoever reads it is shown every later state too. */
export class Shop {
  #state: ShopState = { kind: 'opening' };
  #heed: () => void;
  #positions: ReadonlyMap<EventId, number> = positionsOf([]);
  #positionsOf: ShopSnapshot | null = null;
  #asSeen = (live: ShopSnapshot): ShopSnapshot => live;

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

  /** The open shop as it is looked at: live, or as it was. Only screens that stand inside it ask. */
  get now(): ShopSnapshot {
    return this.#asSeen(this.live);
  }

  /** The open shop as it is by now, wherever in time the page looks. */
  get live(): ShopSnapshot {
    const { state } = this;
    if (state.kind !== 'open')
      throw new Error(`Expected an open shop, found it ${state.kind}. Show it only when it is open.`);
    return state.snapshot;
  }

  /** The open shop as it is looked at, or null. */
  get orNull(): ShopSnapshot | null {
    const live = this.orLive;
    return live && this.#asSeen(live);
  }

  /** The open shop as it is by now, or null. */
  get orLive(): ShopSnapshot | null {
    const { state } = this;
    return state.kind === 'open' ? state.snapshot : null;
  }

  /** How a live shop is to be seen from where the page stands in time. */
  seenBy(see: (live: ShopSnapshot) => ShopSnapshot): void {
    this.#asSeen = see;
  }

  /** Cents in the currency this shop keeps its books in. */
  money(cents: number): string {
    return moneyIn(this.now.views.house.currency)(cents);
  }

  /** An event in words, with the names and positions that are known now. */
  tell(event: WorldEvent): string {
    const { now } = this;
    if (this.#positionsOf !== now) {
      this.#positions = positionsOf(now.tail);
      this.#positionsOf = now;
    }
    return tell(event, {
      names: now.names,
      currency: now.views.house.currency,
      positionOf: (id) => this.#positions.get(id),
    });
  }
}
