import { caps, faultOfShape } from '../kernel';
import { news, type NewsChannel } from './News';

/**
 * News between all threads and tabs of this origin, over BroadcastChannel. Any script of the origin can speak on it, so what does not
 * parse is ignored, and what does is only a reason to read the log.
 */
export function broadcastNews(name: string): NewsChannel {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<Parameters<NewsChannel['listen']>[0]>();
  channel.onmessage = ({ data }: { readonly data: unknown }) => {
    // Fields first: what is nested without end would take a parser along.
    const parsed = news.safeParse(faultOfShape(data, caps.message) === null ? data : null);
    if (parsed.success) for (const listener of listeners) listener(parsed.data);
  };
  return {
    announce(item) {
      channel.postMessage(item);
      // A BroadcastChannel does not hear itself, but listeners may live in the announcing thread.
      for (const listener of listeners) listener(item);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}
