import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sharePath } from './arrivals/shareDoor';
import { takeShared } from './arrivals/takeShared';
import { isModelFile, serveModelFile } from './serveModelFiles';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
// What other apps share, by a posted form or in the address; before the pages, because it is none.
const shared = new URL(sharePath, self.registration.scope).pathname;
for (const method of ['GET', 'POST'] as const) {
  registerRoute(
    ({ url }) => url.pathname === shared,
    ({ request }) => takeShared(request, self.registration.scope),
    method,
  );
}
// What runs models; its thread gets a policy of its own.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isModelFile(url),
  ({ request }) => serveModelFile(request),
);
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// So that the first visit can already work offline. A later version waits until the page says so.
clientsClaim();
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message: unknown = event.data;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});
