import type { ShopImport, ShopPreview, ShopTools } from '../ShopTools';
import type { Toasts } from '../shared/Toasts.svelte';
import { Work } from './Work.svelte';

/** Files of a shop that were picked, what they hold, and what became of them. It lives as long as the page. */
export class ShopFiles {
  readonly reading = new Work();
  readonly importing = new Work();
  #tools: ShopTools;
  #toasts: Toasts;
  #files = $state.raw<readonly File[]>([]);
  #into = $state.raw<'this' | 'new'>('this');
  #preview = $state.raw<ShopPreview | null>(null);
  #because = $state.raw<string | null>(null);
  #report = $state.raw<ShopImport | null>(null);

  constructor(tools: ShopTools, toasts: Toasts) {
    this.#tools = tools;
    this.#toasts = toasts;
  }

  /** What was picked, by name; empty when nothing is. */
  get names(): string {
    return this.#files.map(({ name }) => name).join(', ');
  }

  /** Where it is to go. */
  get into(): 'this' | 'new' {
    return this.#into;
  }

  get preview(): ShopPreview | null {
    return this.#preview;
  }

  /** Why nothing of the files can be taken, in words; null when something can. */
  get because(): string | null {
    return this.#because;
  }

  get report(): ShopImport | null {
    return this.#report;
  }

  /** Reads what was picked; picking again replaces it. */
  async read(files: readonly File[], into: 'this' | 'new' = this.#into): Promise<void> {
    if (this.importing.busy)
      return this.#toasts.wrong(new Error('One import at a time: pick it again when this one is done.'));
    this.reading.stop();
    this.#files = files;
    this.#into = into;
    this.#report = this.#preview = this.#because = null;
    try {
      this.#preview = await this.reading.run((watch) => this.#tools.readShop(files, into, watch));
    } catch (error) {
      this.#because = error instanceof Error ? error.message : String(error);
    }
  }

  /** The same files, for the other place. */
  goInto(into: 'this' | 'new'): void {
    if (this.#files.length > 0) void this.read(this.#files, into);
    else this.#into = into;
  }

  async importAll(): Promise<void> {
    try {
      const report = await this.importing.run((watch) => this.#tools.importShop(watch));
      if (!report) return;
      this.#report = report;
      this.#preview = null;
      // A new shop is this one by now.
      this.#into = 'this';
    } catch (error) {
      this.#toasts.wrong(error);
    }
  }

  putAway(): void {
    this.#files = [];
    this.#report = this.#preview = this.#because = null;
  }
}
