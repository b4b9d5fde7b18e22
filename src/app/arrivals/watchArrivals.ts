import type { Arrival } from '../../ui';
import { refusals, shareDoor, type Refusal } from './shareDoor';

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/**
 * Tells of what comes to this page from outside of it: files that the system was asked to open with the shop, and what other apps
 * shared. `scope` is the app's own path. What reads it is loaded only when there is something.
 */
export async function watchArrivals(scope: string, arrived: (arrival: Arrival) => void): Promise<void> {
  const nothing = { title: '', text: '', files: [], problem: null, done: () => Promise.resolve() };
  const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files = [] }) => {
    if (files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then(
      (opened) => arrived({ ...nothing, id: crypto.randomUUID(), how: 'opened', files: opened }),
      () => arrived({ ...nothing, id: 'opened', how: 'opened', problem: 'The file cannot be read. Open it again.' }),
    );
  });

  const refused = new URLSearchParams(location.search).get('refused');
  if (refused !== null && Object.hasOwn(refusals, refused)) {
    arrived({ ...nothing, id: 'refused', how: 'shared', problem: refusals[refused as Refusal] });
    // It is said once, not at every reload.
    history.replaceState(history.state, '', `./${location.hash}`);
  }
  // Not on every platform, and not over plain http.
  if (!('caches' in globalThis) || !(await caches.has(shareDoor(scope)))) return;
  const { sharedParcels } = await import('./sharedParcels');
  for (const arrival of await sharedParcels(scope)) arrived(arrival);
}
