import type { NewsChannel } from './News';

/** News within one thread: for tests and simulations. */
export function memoryNews(): NewsChannel {
  const listeners = new Set<Parameters<NewsChannel['listen']>[0]>();
  return {
    announce(item) {
      for (const listener of listeners) listener(item);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
