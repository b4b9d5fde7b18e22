import { caps, oneLine } from '../../kernel';
import type { ExportCheck, ExportWish, MailboxReport, ShopTools } from '../ShopTools';
import type { Toasts } from '../shared/Toasts.svelte';
import { Work } from './Work.svelte';

/** Files that go out and come in. It lives as long as the page, so that work goes on while another screen is looked at. */
export class Files {
  readonly exporting = new Work();
  readonly checking = new Work();
  readonly importing = new Work();
  readonly taking = new Work();
  #tools: ShopTools;
  #toasts: Toasts;
  #saved = $state.raw<{ readonly name: string; readonly url: string; readonly bytes: number } | null>(null);
  #chosen = $state.raw<{ readonly file: File; readonly name: string; readonly check: ExportCheck | null } | null>(null);
  #mailbox = $state.raw<{ readonly name: string; readonly report: MailboxReport } | null>(null);

  constructor(tools: ShopTools, toasts: Toasts) {
    this.#tools = tools;
    this.#toasts = toasts;
  }

  /** The last export, ready to be saved. */
  get saved() {
    return this.#saved;
  }

  /** The file that was picked to be imported, and what it was found to be. */
  get chosen() {
    return this.#chosen;
  }

  /** What became of the last mailbox. */
  get mailbox() {
    return this.#mailbox;
  }

  exportWorld(wish: ExportWish = {}): Promise<void> {
    return this.#try(async () => {
      const made = await this.exporting.run((watch) => this.#tools.exportWorld(watch, wish));
      if (made) this.#save(made);
    });
  }

  /** Orders or products as a table for a spreadsheet. */
  exportTable(what: 'orders' | 'products'): Promise<void> {
    return this.#try(async () => this.#save(await this.#tools.exportTable(what)));
  }

  #save({ name, file }: { readonly name: string; readonly file: Blob }): void {
    if (this.#saved) URL.revokeObjectURL(this.#saved.url);
    this.#saved = { name, url: URL.createObjectURL(file), bytes: file.size };
    const link = document.createElement('a');
    link.href = this.#saved.url;
    link.download = name;
    link.click();
  }

  check(file: File): Promise<void> {
    if (this.importing.busy) return Promise.resolve();
    this.checking.stop();
    const name = oneLine(file.name, caps.fileNameChars);
    this.#chosen = { file, name, check: null };
    return this.#try(async () => {
      const check = await this.checking.run((watch) => this.#tools.checkExport(file, watch));
      if (this.#chosen?.file === file) this.#chosen = check ? { file, name, check } : null;
    });
  }

  /** Takes the chosen file in and opens it. */
  importChosen(): Promise<void> {
    return this.#try(async () => {
      if (!this.#chosen) return;
      const { file, name } = this.#chosen;
      const done = await this.importing.run((watch) => this.#tools.importWorld(file, watch));
      if (!done) return;
      this.#chosen = done.world === null ? { file, name, check: done.check } : null;
      if (done.world === null) return;
      await this.#tools.openWorld(done.world);
      this.#toasts.note('The imported world is open. Its agents rest until you resume them.');
    });
  }

  putAway(): void {
    this.#chosen = null;
  }

  takeMailbox(file: File): Promise<void> {
    return this.#try(async () => {
      if (this.taking.busy) throw new Error(`One mailbox at a time: drop ${file.name} again when this one is done.`);
      this.#mailbox = null;
      const report = await this.taking.run((watch) => this.#tools.takeMailbox(file, watch));
      if (report) this.#mailbox = { name: oneLine(file.name, caps.fileNameChars), report };
    });
  }

  async #try(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#toasts.wrong(error);
    }
  }
}
