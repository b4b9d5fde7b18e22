import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentPolicy } from './src/app/contentPolicy.ts';

/** Every response carries these: a page's own policy does not bind its workers. */
const headers = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The same for static hosts that read a `_headers` file. */
const headersFile: Plugin = {
  name: 'headers-file',
  generateBundle() {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    this.emitFile({ type: 'asset', fileName: '_headers', source: ['/*', ...lines, ''].join('\n') });
  },
};

export default defineConfig({
  // Relative addresses: the built files work from any path of any web server.
  base: './',
  // No fallback page: an address that does not exist is a 404, as on a static host.
  appType: 'mpa',
  plugins: [
    svelte(),
    headersFile,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'serviceWorker.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: {
        // Workers, fonts and data files too: what is not named here is missing offline.
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,ico,json,webmanifest,txt,wasm,i8,f32}'],
        // What runs models is large, and kept when somebody uses one: `src/app/serveModelFiles.ts`.
        globIgnores: ['**/webllm*', '**/wllama*', '**/llm.worker*'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
      // It stands in public/, as it is served: every address in it is relative, so any path of any server will do.
      manifest: false,
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    // Two files, for many small ones take longer to fetch and pack worse: what every visit begins with, and what several later screens share.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 1 },
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { host: 'localhost' },
  preview: {
    host: 'localhost',
    headers,
  },
});
