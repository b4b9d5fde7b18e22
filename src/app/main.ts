import { mountApp, type OfflineState } from '../ui';
import { watchArrivals } from './arrivals';
import { followInstall, models, persistStorage, sendsPolicy, startLab, startShop, storageState } from './page';
import { registerServiceWorker } from './registerServiceWorker';

const target = document.querySelector('#app');
if (!target) throw new Error('Expected an element #app in index.html, found none.');

const listeners = new Set<(state: OfflineState) => void>();
let offline: OfflineState = 'unsupported';
let letUpdateIn = () => undefined as void;

function show(state: OfflineState): void {
  offline = state;
  document.documentElement.dataset['pwa'] = state;
  for (const listener of listeners) listener(state);
}

const install = followInstall();
// A link can ask for a shop that stands still until somebody plays it.
const play = new URLSearchParams(location.search).get('play') !== 'off';

const tools = startShop({ play });
/** A shop that does not open has nothing to be in the middle of. */
const settled = () => tools.settled().catch(() => undefined);

mountApp(target, tools, {
  watchOffline(listener) {
    listeners.add(listener);
    listener(offline);
    return () => listeners.delete(listener);
  },
  applyUpdate() {
    show('update-wanted');
    void settled().then(() => letUpdateIn());
  },
  storage: storageState,
  persist: persistStorage,
  sendsPolicy,
  watchInstall: (listener) => install.watch(listener),
  install: () => install.install(),
  watchArrivals: (listener) => void watchArrivals(new URL('.', document.baseURI).href, listener),
  lab: startLab(),
  models,
});

// Not awaited: other files begin with this one, and nothing they do has to wait for an offline copy.
if (import.meta.env.PROD) {
  registerServiceWorker((state) => {
    show(state);
    // The new version is in charge: each tab loads it, as soon as nobody is in the middle of something.
    if (state === 'updated') void settled().then(() => location.reload());
  }).then(
    (skipWaiting) => (letUpdateIn = skipWaiting),
    () => show('unsupported'),
  );
}
