import type { AgentName, Claim, CustomerId, EventId, MailId, OrderId, Ref, Sku, WorldEvent } from '../contracts';
import type { Views } from '../projections';
import type { AgentTools } from './AgentTools';
import type { AgentStatus, InvariantLight } from './ShopStatus';
import type { OrderTools } from './OrderTools';
import type { TimeTools } from './TimeTools';
import type { Watch } from './Watch';

/** Where the seeded scenario stands. `speed` is virtual seconds per second; Infinity is as fast as it goes. */
export interface ScenarioStatus {
  readonly playing: boolean;
  readonly speed: number;
  readonly done: number;
  readonly total: number;
  /** The world's clock, milliseconds since 1970. */
  readonly at: number;
  /** What comes next, in words; null at the end. */
  readonly next: string | null;
}

/** Everything the page shows, as of one position. Replaced about 20 times a second while things happen. */
export interface ShopSnapshot {
  /** An imported world came in a file: whoever made it wrote its history. */
  readonly world: { readonly id: string; readonly name: string; readonly imported: boolean };
  /** True in the one tab that decides and appends; the others follow it live, and what is asked there is done here. */
  readonly leads: boolean;
  readonly head: number;
  readonly headHash: string;
  readonly views: Views;
  readonly agents: readonly AgentStatus[];
  readonly invariants: readonly InvariantLight[];
  readonly scenario: ScenarioStatus;
  readonly engine: { readonly id: string; readonly name: string };
  /** News messages still to be dropped on purpose, and how many were. */
  readonly news: { readonly toDrop: number; readonly dropped: number };
  /** Names for customer ids, from the side store. Absent when unknown or erased. */
  readonly names: Readonly<Record<string, string>>;
  /** Who and what each mail is, from the side store, for the list: sender's name and subject. */
  readonly mails: Readonly<Record<string, { readonly from: string; readonly subject: string }>>;
  /** The last 500 events, oldest first. Older ones by `events`. */
  readonly tail: readonly WorldEvent[];
  /** An archived world that can be brought back by `undoReset`. */
  readonly canUndoReset: boolean;
  /** How what is shown came about. */
  readonly rebuilt: {
    /** It was opened from snapshots as of this position, and so many events after it; 0 and all when there were none. */
    readonly restoredTo: number;
    readonly folded: number;
    /** Up to here it was rebuilt from the first event and compared since; 0 when that has not been done here. */
    readonly checkedTo: number;
    /** What was not the same, in words. */
    readonly because: string | null;
  };
}

/** A letter as a person reads it: text only. */
export interface LetterView {
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
  }[];
  /** What the receiving mail server found about the sender; left out when none looked. */
  readonly senderCheck?: 'passed' | 'failed' | undefined;
  /** A machine sent it, by its own headers. */
  readonly automatic?: boolean | undefined;
}

/** The result of dropping files: what was taken, and what was not and why. */
export interface IntakeReport {
  readonly taken: readonly { readonly file: string; readonly mailId: MailId }[];
  readonly refused: readonly {
    readonly file: string;
    readonly because: string;
  }[];
}

/** What is exported: the world, or one story of it; as lines, or as a page that checks the lines it holds. */
export interface ExportWish {
  readonly story?: EventId | null;
  readonly checker?: boolean;
}

/** What became of a mailbox. Mails are numbered from 1, as they stand in the file. */
export interface MailboxReport {
  readonly taken: number;
  /** The first hundred that were not taken, and why. */
  readonly refused: readonly { readonly number: number; readonly because: string }[];
  readonly refusedInAll: number;
  /** True when it was stopped; what was taken by then stays. */
  readonly stopped: boolean;
}

/** What files of a shop were found to hold, before anything is taken in. */
export interface ShopPreview {
  /** What the file is, in words. */
  readonly source: string;
  readonly currency: string;
  /** What is new; products are counted by variant. */
  readonly fresh: { readonly customers: number; readonly products: number; readonly orders: number };
  /** What the shop has already, just so. */
  readonly known: number;
  /** The first of what is not taken, by line (from 1, null when the file has none), and why. */
  readonly skipped: readonly { readonly line: number | null; readonly what: string; readonly because: string }[];
  readonly skippedInAll: number;
  /** Parts to be handed in; none when there is nothing new. */
  readonly steps: number;
}

/** What became of an import. */
export interface ShopImport {
  /** Things handed in. */
  readonly taken: number;
  /** The first of what the services did not take, in their words. */
  readonly leftOut: readonly { readonly id: string; readonly because: string }[];
  readonly leftOutInAll: number;
  /** True when it was stopped; what was taken by then stays, and the same file goes on from there. */
  readonly stopped: boolean;
}

/** What an exported file was found to be. */
export interface ExportCheck {
  readonly intact: boolean;
  /** The first bad line, counted from 1, and what is wrong with it. */
  readonly badLine: number | null;
  readonly because: string | null;
  /** What its header says, if that can be read. */
  readonly header: { readonly name: string; readonly created: string } | null;
  readonly events: number;
  readonly texts: number;
  readonly erased: number;
  readonly head: { readonly position: number; readonly hash: string };
}

/** A world of this device, for a list. */
export interface WorldSummary {
  readonly id: string;
  readonly name: string;
  readonly events: number;
  readonly createdAt: number;
  readonly archived: boolean;
  /** The world it was forked from, and after which position. */
  readonly forkOf: { readonly id: string; readonly at: number; readonly changedAt: number | null } | null;
}

/** What the page can show while there is no shop to show. */
export type ShopState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly snapshot: ShopSnapshot }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
    };

/** What `verify` found. */
export interface VerifyReport {
  readonly intact: boolean;
  readonly events: number;
  readonly erased: number;
  /** The first bad position, and what is wrong there. */
  readonly badAt: number | null;
  readonly because: string | null;
  /** The last event that was found good, and the hash of its commit: noted elsewhere, it proves this history later. */
  readonly head: { readonly position: number; readonly hash: string };
  /** How many snapshots were compared with what is rebuilt from the log, and what was not the same, there or on this screen. */
  readonly derived: { readonly snapshots: number; readonly because: string | null };
  readonly ms: number;
}

export interface SampleMail {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** All that a screen can ask of the house. It never touches a worker or a database. Rejected promises are errors with words. */
export interface ShopTools extends TimeTools, OrderTools, AgentTools {
  /** The steps of an agent's turn at which `crash` can be staged, in order. */
  readonly turnSteps: readonly string[];
  /** The steps of a service's work at which `crashWorld` can be staged, in order. */
  readonly serviceSteps: readonly string[];
  watch(listener: (state: ShopState) => void): () => void;
  /** Mails to start from, on the customers and orders of the seeded day. */
  sampleMails(): Promise<readonly SampleMail[]>;

  events(after: number, limit: number): Promise<readonly WorldEvent[]>;
  event(id: EventId): Promise<WorldEvent | null>;
  /** The chain of causes, nearest first, back to what came from outside. */
  causes(id: EventId): Promise<readonly WorldEvent[]>;
  /** What directly came of it. */
  effects(id: EventId): Promise<readonly WorldEvent[]>;
  story(correlationId: EventId): Promise<readonly WorldEvent[]>;
  /** The events with this tag, oldest first; of very many, the newest thousand. */
  eventsAbout(tag: string): Promise<readonly WorldEvent[]>;
  letter(ref: Ref): Promise<LetterView | null>;
  text(ref: Ref): Promise<string | null>;

  writeMail(mail: { readonly from: string; readonly subject: string; readonly text: string }): Promise<MailId>;
  takeFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<IntakeReport>;
  placeOrder(customerId: CustomerId, items: readonly { readonly sku: Sku; readonly qty: number }[]): Promise<OrderId>;
  restock(sku: Sku, qty: number): Promise<void>;
  sellAll(sku: Sku): Promise<void>;
  ship(orderId: OrderId): Promise<void>;
  deliver(orderId: OrderId): Promise<void>;
  returnReceived(orderId: OrderId, sku: Sku, qty: number): Promise<void>;
  requestRefund(orderId: OrderId, sku: Sku, qty: number, cents: number): Promise<void>;
  cancelOrder(orderId: OrderId): Promise<void>;
  startSale(sku: Sku, percentOff: number): Promise<void>;
  endSale(sku: Sku): Promise<void>;
  submitProduct(product: {
    readonly title: string;
    readonly description: string;
    readonly priceCents: number;
    readonly qty: number;
  }): Promise<Sku>;
  /** Erases everything personal of a customer that lies beside the log. */
  forgetCustomer(customerId: CustomerId): Promise<void>;
  answerMail(mailId: MailId, text: string, claims?: readonly Claim[]): Promise<void>;

  pause(agent: AgentName): Promise<void>;
  resume(agent: AgentName): Promise<void>;
  /** Lets a paused agent take exactly one turn. */
  step(agent: AgentName): Promise<void>;
  /** Terminates the agent's thread, now or when it next reaches this step. */
  crash(agent: AgentName, atStep?: string): Promise<void>;
  /** Terminates the thread of log and services, now or when it next reaches this step; another takes over from the log. */
  crashWorld(atStep?: string): Promise<void>;
  retry(agent: AgentName, failure: EventId): Promise<void>;
  /** From its next turn on the agent reasons with this engine, as far as this device can. */
  chooseEngine(agent: AgentName, engine: string, model: string): Promise<void>;
  dropNews(count: number): Promise<void>;
  /** Two customers submit an order for the last units at the same moment. */
  sellLastTwice(sku: Sku): Promise<void>;

  play(speed: number): Promise<void>;
  hold(): Promise<void>;
  stepScenario(): Promise<void>;

  /** Resolves when services and agents have nothing left to do, and no work with files is under way in this tab. */
  settled(): Promise<void>;

  verify(): Promise<VerifyReport>;
  reset(): Promise<void>;
  undoReset(): Promise<void>;

  /** The open world as one file, letters and names included. Counts positions. */
  exportWorld(watch: Watch, what?: ExportWish): Promise<{ readonly name: string; readonly file: Blob }>;
  /** Reads an exported file without keeping anything. Counts bytes. */
  checkExport(file: Blob, watch: Watch): Promise<ExportCheck>;
  /** Takes an exported file in as a world of its own, whole or not at all; its agents rest. Counts bytes. */
  importWorld(file: Blob, watch: Watch): Promise<{ readonly check: ExportCheck; readonly world: string | null }>;
  /** Takes in every mail of an .mbox file. Taking it again adds nothing. Counts mails. */
  takeMailbox(file: Blob, watch: Watch): Promise<MailboxReport>;
  /** Reads files of a shop, for the shop that is open or for a new one. Nothing is taken in yet. */
  readShop(files: readonly File[], into: 'this' | 'new', watch: Watch): Promise<ShopPreview>;
  /** Takes in what was read last; agents rest from then on until somebody resumes them. Counts parts. */
  importShop(watch: Watch): Promise<ShopImport>;
  /** What the shop's orders or products are now, as a table for a spreadsheet. */
  exportTable(what: 'orders' | 'products'): Promise<{ readonly name: string; readonly file: Blob }>;
  worlds(): Promise<readonly WorldSummary[]>;
  /** Opens another world in every tab. The day is held there until somebody plays it. */
  openWorld(id: string): Promise<void>;
  archiveWorld(id: string, aside: boolean): Promise<void>;
}
