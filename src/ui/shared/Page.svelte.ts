import { createContext } from 'svelte';
import type { ShopTools } from '../ShopTools';
import { Files } from '../data/Files.svelte';
import { ShopFiles } from '../data/ShopFiles.svelte';
import { LogBook } from '../log/LogBook.svelte';
import type { PageTools } from '../PageTools';
import { Intake } from './Intake.svelte';
import { Route } from './Route.svelte';
import { Settings } from './Settings.svelte';
import { Shop } from './Shop.svelte';
import { Toasts } from './Toasts.svelte';
import { Travel } from './Travel.svelte';

/** Everything a component can reach. There is one, made by App, handed down by context. */
export class Page {
  readonly shop: Shop;
  readonly log: LogBook;
  readonly route = new Route();
  readonly settings = new Settings();
  readonly toasts = new Toasts();
  readonly travel: Travel;
  readonly intake: Intake;
  readonly files: Files;
  readonly shopFiles: ShopFiles;

  constructor(
    readonly tools: ShopTools,
    readonly device: PageTools,
  ) {
    this.shop = new Shop(tools);
    this.travel = new Travel(tools, this.route, this.shop, this.toasts);
    this.shop.seenBy((live) => this.travel.shown(live));
    this.log = new LogBook(tools);
    this.intake = new Intake(tools, this.toasts);
    this.files = new Files(tools, this.toasts);
    this.shopFiles = new ShopFiles(tools, this.toasts);
  }

  /** Takes files in by what their names say: a mailbox, an exported world, a shop's tables, or else mails. */
  take(files: readonly File[]): void {
    if (this.travel.at !== null) return this.travel.refuse();
    const ends = (ending: string) => files.find((file) => file.name.toLowerCase().endsWith(ending));
    const [mailbox, world] = [ends('.mbox'), ends('.ndjson') ?? ends('.json')];
    if (mailbox) void this.files.takeMailbox(mailbox);
    if (world) void this.files.check(world);
    const tables = files.filter((file) => /\.(?:csv|json)$/i.test(file.name));
    if (tables.length > 0) void this.shopFiles.read(tables);
    if (mailbox || world || tables.length > 0) this.route.go({ screen: 'data' });
    const mails = files.filter((file) => file !== mailbox && file !== world && !tables.includes(file));
    if (mails.length > 0) void this.intake.take(mails);
  }

  /** Does something a person asked for, and says what came of it. True when it worked. */
  async act<T>(run: () => Promise<T>, done?: string | ((result: T) => string | null)): Promise<boolean> {
    try {
      const result = await run();
      const words = typeof done === 'function' ? done(result) : done;
      if (words) this.toasts.note(words);
      return true;
    } catch (error) {
      this.toasts.wrong(error);
      return false;
    }
  }
}

export const [usePage, providePage] = createContext<Page>();
