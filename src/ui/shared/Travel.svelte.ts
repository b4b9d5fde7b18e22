import type { WorldEvent } from '../../contracts';
import type { ShopSnapshot, ShopTools } from '../ShopTools';
import type { PastShop } from '../TimeTools';
import { Fetched } from './Fetched.svelte';
import type { Route } from './Route.svelte';
import type { Shop } from './Shop.svelte';
import type { Toasts } from './Toasts.svelte';

/** How many events a second are replayed at speed 1. */
const eventsPerSecond = 2;

/** Where in time the page stands: live, or at a position of the log. Going there changes nothing in the shop, which goes on meanwhile. */
export class Travel {
  #tools: ShopTools;
  #route: Route;
  #shop: Shop;
  #toasts: Toasts;
  #fetched = new Fetched<PastShop>();
  #last = $state.raw<{ readonly world: string; readonly past: PastShop } | null>(null);
  #seen: { readonly live: ShopSnapshot; readonly past: PastShop; readonly merged: ShopSnapshot } | null = null;

  /** True while the past is played again by itself. */
  replaying = $state(false);
  /** True while a fork is being named. */
  forking = $state(false);
  /** What is to be otherwise in the fork, if it is not only to go on by itself. */
  changing = $state.raw<WorldEvent | null>(null);
  /** How fast the past is played again; Infinity is as fast as it is read. */
  speed = $state(1);

  constructor(tools: ShopTools, route: Route, shop: Shop, toasts: Toasts) {
    this.#tools = tools;
    this.#route = route;
    this.#shop = shop;
    this.#toasts = toasts;
  }

  /** The position that is looked at; null is live. */
  get at(): number | null {
    return this.#route.place.at;
  }

  /** What the screens show of a live shop: itself, or how it was. The last state stays until the next one is read. */
  shown(live: ShopSnapshot): ShopSnapshot {
    const last = this.#last;
    if (this.at === null || last?.world !== live.world.id) return live;
    const { past } = last;
    if (this.#seen?.live === live && this.#seen.past === past) return this.#seen.merged;
    const { position: head, hash: headHash, views, invariants, agents, tail } = past;
    const merged = { ...live, head, headHash, views, invariants, agents, tail };
    this.#seen = { live, past, merged };
    return merged;
  }

  /**
   * The key of a row in a list that shows the newest first: its id; in the past its place, so that whoever moves through many states a second
   * sees lines filled anew, instead of each being taken away and another made.
   */
  keyOf = (id: string, place: number): string | number => (this.at === null ? id : place);

  /** Of events, those that had happened by then. */
  known(events: readonly WorldEvent[]): readonly WorldEvent[] {
    const { at } = this;
    return at === null ? events : events.filter((event) => event.position <= at);
  }

  /** Reads the state that is looked at. To be called whenever the address or the world has changed. */
  look(world: string): void {
    const { at } = this;
    if (at === null || (this.#last?.world === world && this.#last.past.position === at)) return;
    this.#fetched.ask(`${world} ${at}`, async () => {
      const past = await this.#tools.at(at);
      this.#last = { world, past };
      return past;
    });
  }

  /** Goes to a position; where the log ends, that is live. */
  to(position: number): void {
    const head = this.#shop.orLive?.head ?? 0;
    const at = Math.max(0, Math.trunc(position));
    this.#route.select({ at: at >= head ? null : at });
    if (at >= head) this.replaying = false;
  }

  /** One event on, or back from wherever it is. */
  by(step: number): void {
    this.replaying = false;
    this.to((this.at ?? this.#shop.orLive?.head ?? 0) + step);
  }

  live(): void {
    this.replaying = false;
    this.#route.select({ at: null });
  }

  /** Plays the past again, event by event, until it is live or somebody holds it. */
  async replay(): Promise<void> {
    const world = this.#shop.orLive?.world.id;
    if (this.replaying || world === undefined) return;
    this.replaying = true;
    try {
      for (let { at } = this; this.replaying && at !== null; { at } = this) {
        const restMs = 1000 / (eventsPerSecond * this.speed);
        const [past] = await Promise.all([this.#tools.at(at + 1), pause(restMs)]);
        // Meanwhile somebody held it, or went elsewhere.
        if (!this.replaying || this.at !== at) break;
        this.#last = { world, past };
        this.to(at + 1);
      }
    } catch (error) {
      this.#toasts.wrong(error);
    }
    this.replaying = false;
  }

  /** Asks what is to be otherwise in a fork that begins before this event. */
  change(event: WorldEvent): void {
    this.changing = event;
    this.forking = true;
  }

  /** Says why nothing can be done here, and the way on. */
  refuse(): void {
    const at = this.at ?? 0;
    this.#toasts.note(`This is the past, position ${at}: it cannot be changed. A fork goes on from here.`, {
      label: 'Fork here',
      run: () => (this.forking = true),
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
