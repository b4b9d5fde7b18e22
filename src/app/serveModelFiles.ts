import { modelPolicy } from './contentPolicy';

/** Files of the models' thread: not stored with the app, kept from the first time that somebody uses a model. */
const modelFile = /\/assets\/(llm\.worker|wllama|webllmLibrary)-[\w-]+\.(?:js|wasm)$/;

const cacheName = 'model-runtime';

export const isModelFile = (url: URL): boolean => modelFile.test(url.pathname);

/**
 * Serves a file of the models' thread, from what was kept or else from the server, and keeps it: from then on models work offline. The thread
 * itself is sent with a policy of its own: what it may reach stands in its address, which only the page writes.
 */
export async function serveModelFile(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  const response = kept ?? (await fetch(new URL(url.pathname, url.origin), { cache: 'no-cache' }));
  const [, kind] = modelFile.exec(url.pathname) ?? [];
  if (!kept && response.ok && kind) {
    await forgetOlder(cache, kind);
    await cache.put(new URL(url.pathname, url.origin), response.clone());
  }
  if (!response.ok || kind !== 'llm.worker') return response;
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', modelPolicy(url.searchParams.getAll('connect')));
  return new Response(response.body, { status: response.status, headers });
}

/** The same file of an earlier version of the app. */
async function forgetOlder(cache: Cache, kind: string): Promise<void> {
  for (const key of await cache.keys()) {
    if (modelFile.exec(new URL(key.url).pathname)?.[1] === kind) await cache.delete(key);
  }
}
