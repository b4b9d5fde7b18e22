import { trustedUrl } from './trustedUrl';

/** `offline-ready`: all is stored. `update-waiting`: call `applyUpdate`. `updated`: reload as soon as the agents are settled. */
export type ServiceWorkerState = 'installing' | 'offline-ready' | 'update-waiting' | 'updated';

/** Registers the service worker, reports its states, and returns what lets a waiting update take over all tabs. */
export async function registerServiceWorker(report: (state: ServiceWorkerState) => void): Promise<() => void> {
  if (!('serviceWorker' in navigator)) return () => undefined;
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first controller is the version this tab was loaded with; any later one is another.
    if (controlled) report('updated');
    controlled = true;
  });

  const registration = await navigator.serviceWorker.register(trustedUrl('serviceWorker.js'), {
    updateViaCache: 'none',
  });
  // A tab may stay open for weeks: whoever comes back to it is told of a new version. Without a network there is none to be had.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  registration.addEventListener('updatefound', () => follow(registration, report));
  if (registration.installing) follow(registration, report);
  else if (registration.waiting) report('update-waiting');
  else report('offline-ready');
  return () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
}

function follow(registration: ServiceWorkerRegistration, report: (state: ServiceWorkerState) => void): void {
  const worker = registration.installing;
  if (!worker) return;
  const isUpdate = registration.active !== null;
  if (!isUpdate) report('installing');
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && isUpdate) report('update-waiting');
    if (worker.state === 'activated' && !isUpdate) report('offline-ready');
  });
}
