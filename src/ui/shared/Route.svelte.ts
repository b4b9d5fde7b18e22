import { createSubscriber } from 'svelte/reactivity';
import { addressOf, parsePlace, type Place } from './place';

/** The page's address, live. Going somewhere is a link or `go`; both end in the same hash. */
export class Route {
  #place: Place = parsePlace(location.hash);
  #heed = createSubscriber((update) => {
    const read = () => {
      this.#place = parsePlace(location.hash);
      update();
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  });

  /** The field (`data-field`) to stand in once the screen is there, if somebody asked for one. */
  field = $state<'words' | null>(null);

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
    const address = addressOf({ ...this.#place, ...change });
    history.replaceState(history.state, '', address);
    this.#tell();
  }

  /** The browser tells of a changed hash some time later, and of a replaced one never: the page knows at once. */
  #tell(): void {
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
}
