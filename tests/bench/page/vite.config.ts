import { defineConfig } from 'vite';

/** The benchmark's own pages: the log's real code, bare IndexedDB and the peers. Never part of the app. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // RxDB brings a Dexie of its own, and two in one realm throw.
  resolve: { dedupe: ['dexie'] },
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, rolldownOptions: { input: ['index.html', 'twin.html'] } },
});
