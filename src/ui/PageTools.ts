/** How far this page is on its way to work without a network. */
export type OfflineState = 'unsupported' | 'installing' | 'offline-ready' | 'update-waiting' | 'updated';

/** What the page can ask about itself, not about the shop. */
export interface PageTools {
  watchOffline(listener: (state: OfflineState) => void): () => void;
  /** Lets a waiting version take over. */
  applyUpdate(): void;
}

/** A page that was only ever loaded from its server. */
export const plainPage: PageTools = {
  watchOffline(listener) {
    listener('unsupported');
    return () => undefined;
  },
  applyUpdate: () => undefined,
};
