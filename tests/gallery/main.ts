import { mountApp, plainPage, type ShopState } from '../../src/ui';
import { fakeTools } from './fakeTools';
import { sampleShop } from './sampleShop';

// ?state=opening | LogFull | NoSecureContext … shows the page without a shop; ?days=40 makes a longer log; ?live goes on by itself.
const query = new URLSearchParams(location.search);
const target = document.querySelector('#app');
if (!target) throw new Error('Expected an element #app, found none.');

const shop = sampleShop(Number(query.get('days') ?? 3));
const { tools, live } = fakeTools(shop, notOpen(query.get('state')));
mountApp(target, tools, {
  ...plainPage,
  watchOffline: (listener) => (listener('offline-ready'), () => undefined),
  applyUpdate: () => undefined,
  storage: () => Promise.resolve({ usedBytes: 3_400_000, grantedBytes: 2_000_000_000, persisted: false }),
  persist: () => Promise.resolve(true),
});
if (query.has('live')) live();

function notOpen(state: string | null): ShopState | null {
  if (state === null) return null;
  if (state === 'opening') return { kind: state };
  return { kind: 'failed', code: state, message: 'quota exceeded while writing commit 214' };
}
