import type { IntakeReport, ShopTools } from '../ShopTools';
import type { Toasts } from './Toasts.svelte';

/** Files that a visitor dropped or picked, and the report of what became of them. */
export class Intake {
  #tools: ShopTools;
  #toasts: Toasts;
  #report = $state.raw<IntakeReport | null>(null);

  constructor(tools: ShopTools, toasts: Toasts) {
    this.#tools = tools;
    this.#toasts = toasts;
  }

  /** The report of the last files, until it is put away. */
  get report(): IntakeReport | null {
    return this.#report;
  }

  async take(files: readonly File[]): Promise<void> {
    try {
      const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
      this.#report = await this.#tools.takeFiles(await Promise.all(read));
    } catch (error) {
      this.#toasts.wrong(error);
    }
  }

  putAway(): void {
    this.#report = null;
  }
}
