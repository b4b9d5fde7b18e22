import { noLabTools, type LabTools } from './lab/LabTools';
import type { ModelTools } from './models/ModelTools';

/** How far this page is on its way to work without a network. */
export type OfflineState =
  | 'unsupported'
  | 'installing'
  | 'offline-ready'
  | 'update-waiting'
  /** A person let the new version in; it waits until nobody is in the middle of something. */
  | 'update-wanted'
  /** The new version is in charge; this tab loads it as soon as nobody is in the middle of something. */
  | 'updated';

/** Whether this page can be installed: `apple` and `browser` leave it to the visitor's hand, in the share or the browser's menu. */
export type InstallState = 'installed' | 'offered' | 'apple' | 'browser';

/** Something that came to this page from outside of it. Nothing of it is in the log before a person takes it in. */
export interface Arrival {
  readonly id: string;
  /** Shared by another app, or opened with this one by the system. */
  readonly how: 'shared' | 'opened';
  readonly title: string;
  readonly text: string;
  readonly files: readonly File[];
  /** Why it cannot be taken, in words. */
  readonly problem: string | null;
  /** It was taken in or put away: it is forgotten. */
  done(): Promise<void>;
}

/** How much this browser keeps for the app, and whether it may throw it away when the disk is short. Null where it does not say. */
export interface StorageState {
  readonly usedBytes: number | null;
  readonly grantedBytes: number | null;
  readonly persisted: boolean | null;
}

/** What the page can ask about itself, not about the shop. */
export interface PageTools {
  watchOffline(listener: (state: OfflineState) => void): () => void;
  /** Lets a waiting version take over. */
  applyUpdate(): void;
  storage(): Promise<StorageState>;
  /** Asks the browser to keep everything until a person deletes it; false when it does not promise that. */
  persist(): Promise<boolean>;
  /** Whether the server sends a content policy with its files; null when nobody knows. */
  sendsPolicy(): Promise<boolean | null>;
  watchInstall(listener: (state: InstallState) => void): () => void;
  /** Asks a person to install it; true when they did. Only when it is offered. */
  install(): Promise<boolean>;
  /** Tells of everything that comes while this page is open, and of what waited for it. */
  watchArrivals(listener: (arrival: Arrival) => void): void;
  /** The lab, where both ways of working are played beside each other. */
  readonly lab: LabTools;
  /** The models of this device: loaded when somebody first asks for them. */
  models(): Promise<ModelTools>;
}

/** A page that was only ever loaded from its server. */
export const plainPage: PageTools = {
  watchOffline(listener) {
    listener('unsupported');
    return () => undefined;
  },
  applyUpdate: () => undefined,
  storage: () => Promise.resolve({ usedBytes: null, grantedBytes: null, persisted: null }),
  persist: () => Promise.resolve(false),
  sendsPolicy: () => Promise.resolve(null),
  watchInstall(listener) {
    listener('browser');
    return () => undefined;
  },
  install: () => Promise.resolve(false),
  watchArrivals: () => undefined,
  lab: noLabTools,
  models: () => Promise.reject(new Error('There are no models on this page.')),
};
