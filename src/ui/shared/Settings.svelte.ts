import { readKept, type Kept, type Theme } from './keptSettings';

export { themes } from './keptSettings';

/** What this visitor prefers, kept in this browser. Without storage it lasts as long as the tab. */
export class Settings {
  #key = `common-ground:${location.pathname}:settings`;
  #theme = $state<Theme>('auto');
  #singleKeys = $state(true);

  constructor() {
    const { theme, singleKeys } = this.#read();
    this.#theme = theme;
    this.#singleKeys = singleKeys;
    this.#wear();
  }

  get theme(): Theme {
    return this.#theme;
  }
  set theme(theme: Theme) {
    this.#theme = theme;
    this.#wear();
    this.#keep();
  }

  /** Whether a single letter is a command. Off for those whose voice or hands type letters by accident. */
  get singleKeys(): boolean {
    return this.#singleKeys;
  }
  set singleKeys(on: boolean) {
    this.#singleKeys = on;
    this.#keep();
  }

  #wear(): void {
    if (this.#theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#theme;
  }

  #read(): Kept {
    try {
      return readKept(localStorage.getItem(this.#key));
    } catch {
      return readKept(null);
    }
  }

  #keep(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify({ theme: this.#theme, singleKeys: this.#singleKeys }));
    } catch {
      // A browser that keeps nothing still shows the choice until the tab closes.
    }
  }
}
