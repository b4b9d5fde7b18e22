import type { WordVectorFiles } from '../agent';

/** Reads the word vectors from what the service worker stored, or else from beside the app. The agents' threads need no network for it. */
export async function fetchWordVectors(): Promise<WordVectorFiles> {
  await serviceWorkerIsThere();
  const [words, vectors, scales, weights] = await Promise.all([
    read('words.txt'),
    read('vectors.i8'),
    read('scales.f32'),
    read('weights.f32'),
  ]);
  return { words, vectors, scales, weights };
}

/** A service worker that is just being installed stores these files, too: whoever waits for it loads them once, not twice. */
async function serviceWorkerIsThere(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration && !registration.active) await navigator.serviceWorker.ready;
}

async function read(name: string): Promise<ArrayBuffer> {
  const address = new URL(`embeddings/${name}`, document.baseURI);
  // On the first visit the service worker does not serve this page yet, but what it stored is there.
  const served = !('serviceWorker' in navigator) || navigator.serviceWorker.controller !== null;
  const stored = served ? undefined : await caches.match(address, { ignoreSearch: true });
  const response = stored ?? (await fetch(address));
  if (!response.ok) throw new Error(`Expected embeddings/${name} beside the app, got status ${response.status}.`);
  return response.arrayBuffer();
}
