import { noLabTools, type LabTools } from './lab/LabTools';

/** How far this page is on its way to work without a network. */
export type OfflineState = 'unsupported' | 'installing' | 'offline-ready' | 'update-waiting' | 'updated';

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
  /** The lab, where both ways of working are played beside each other. */
  readonly lab: LabTools;
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
  lab: noLabTools,
};
