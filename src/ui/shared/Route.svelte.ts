import { createSubscriber } from 'svelte/reactivity';
import { addressOf, parsePlace, type Place } from './place';

/** A slider passes through many places a second, and for each address a browser looks for the page's icon anew: it waits for such a rest. */
const restMs = 250;

/** The page's address, live. Going somewhere is a link or `go`; both end in the same hash. */
export class Route {
  #place: Place = parsePlace(location.hash);
  #changed: () => void = () => undefined;
  /** The address that was read last: the browser tells of each once more, when what is selected may be ahead of it. */
  #read = location.hash;
  #selectedAt = -Infinity;
  #toWrite: ReturnType<typeof setTimeout> | undefined;
  #heed = createSubscriber((update) => {
    const heard = () => {
      if (location.hash === this.#read) return;
      this.#readAddress();
      update();
    };
    this.#changed = update;
    this.#readAddress();
    addEventListener('hashchange', heard);
    return () => {
      this.#changed = () => undefined;
      removeEventListener('hashchange', heard);
    };
  });

  /** The field (`data-field`) to stand in once the screen is there, if somebody asked for one. */
  field = $state<'words' | null>(null);

  /**
   * Links say where, not when, nor how it is looked at: who is in the past stays there, and who follows a link within the log keeps its level and
   * its filter. The address says so.
   */
  #readAddress(): void {
    clearTimeout(this.#toWrite);
    const place = parsePlace(location.hash);
    const { at, screen, part, filter } = this.#place;
    const stays = place.screen === 'log' && screen === 'log';
    this.#place = {
      ...place,
      at: place.at ?? at,
      part: place.part ?? (stays ? part : null),
      filter: place.filter ?? (stays ? filter : null),
    };
    if (addressOf(this.#place) !== addressOf(place)) this.#write();
    this.#read = location.hash;
  }

  #write(): void {
    history.replaceState(history.state, '', addressOf(this.#place));
    this.#read = location.hash;
  }

  get place(): Place {
    this.#heed();
    return this.#place;
  }

  /** Goes there; the browser's back button comes back. */
  go(place: Partial<Place> & Pick<Place, 'screen'>): void {
    location.hash = addressOf(place);
    // The browser tells of it some time later; the page knows at once.
    this.#readAddress();
    this.#changed();
  }

  /** Changes what is selected here without a step in the history. The address follows at once, or where many changes come to rest. */
  select(change: Partial<Place>): void {
    this.#place = { ...this.#place, ...change };
    clearTimeout(this.#toWrite);
    // Somebody may have followed a link that the browser has yet to tell of.
    const write = () => location.hash === this.#read && this.#write();
    const now = performance.now();
    if (now - this.#selectedAt > restMs) write();
    else this.#toWrite = setTimeout(write, restMs);
    this.#selectedAt = now;
    this.#changed();
  }
}
