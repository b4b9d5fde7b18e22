import { mountApp, type OfflineState } from '../ui';
import { persistStorage, startLab, startShop, storageState } from './page';
import { registerServiceWorker } from './registerServiceWorker';

const target = document.querySelector('#app');
if (!target) throw new Error('Expected an element #app in index.html, found none.');

const listeners = new Set<(state: OfflineState) => void>();
let offline: OfflineState = 'unsupported';
let letUpdateIn = () => undefined as void;

// A link can ask for a shop that stands still until somebody plays it.
const play = new URLSearchParams(location.search).get('play') !== 'off';

const tools = startShop({ play });
mountApp(target, tools, {
  watchOffline(listener) {
    listeners.add(listener);
    listener(offline);
    return () => listeners.delete(listener);
  },
  applyUpdate: () => letUpdateIn(),
  storage: storageState,
  persist: persistStorage,
  lab: startLab(),
});

if (import.meta.env.PROD) {
  letUpdateIn = await registerServiceWorker((state) => {
    // The new version is in charge: this tab reloads as soon as nobody is in the middle of something.
    if (state === 'updated') void tools.settled().then(() => location.reload());
    offline = state;
    document.documentElement.dataset['pwa'] = state;
    for (const listener of listeners) listener(state);
  });
}
