import { createSubscriber } from 'svelte/reactivity';
import { addressOf, parsePlace, type Place } from './place';

/** The page's address, live. Going somewhere is a link or `go`; both end in the same hash. */
export class Route {
  #place: Place = parsePlace(location.hash);
  #heed = createSubscriber((update) => {
    const read = () => {
      this.#read();
      update();
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  });

  /** The field (`data-field`) to stand in once the screen is there, if somebody asked for one. */
  field = $state<'words' | null>(null);

  /**
   * Links say where, not when, nor how it is looked at: who is in the past stays there, and who follows a link within the log keeps its level and
   * its filter. The address says so.
   */
  #read(): void {
    const place = parsePlace(location.hash);
    const { at, screen, part, filter } = this.#place;
    const stays = place.screen === 'log' && screen === 'log';
    this.#place = {
      ...place,
      at: place.at ?? at,
      part: place.part ?? (stays ? part : null),
      filter: place.filter ?? (stays ? filter : null),
    };
    if (addressOf(this.#place) !== addressOf(place)) history.replaceState(history.state, '', addressOf(this.#place));
  }

  get place(): Place {
    this.#heed();
    return this.#place;
  }

  /** Goes there; the browser's back button comes back. */
  go(place: Partial<Place> & Pick<Place, 'screen'>): void {
    location.hash = addressOf(place);
    this.#tell();
  }

  /** Changes what is selected here without a step in the history. */
  select(change: Partial<Place>): void {
    this.#place = { ...this.#place, ...change };
    history.replaceState(history.state, '', addressOf(this.#place));
    this.#tell();
  }

  /** The browser tells of a changed hash some time later, and of a replaced one never: the page knows at once. */
  #tell(): void {
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
