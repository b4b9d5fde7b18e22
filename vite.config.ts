import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentPolicy, modelPolicy } from './src/app/contentPolicy.ts';

/** Every response carries these: a page's own policy does not bind its workers. */
const headers = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The models' thread has a policy of its own. Where no service worker writes one for it, it reaches this origin alone. */
const modelThread = { pattern: /\/assets\/llm\.worker-[\w-]+\.js$/, rule: '/assets/llm.worker-*' };
const modelThreadPolicy = modelPolicy([]);

const headersOf = (pathname: string): Record<string, string> =>
  modelThread.pattern.test(pathname) ? { ...headers, 'Content-Security-Policy': modelThreadPolicy } : headers;

/** Sends them with `npm start`, and writes them down for static hosts that read a `_headers` file. */
const sendHeaders: Plugin = {
  name: 'send-headers',
  // For whoever serves the same files otherwise.
  api: { headersOf },
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value);
      next();
    });
  },
  generateBundle() {
    const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    // A policy that is only added to another would not loosen it: that one is taken away first, on hosts that can.
    const own = ['  ! Content-Security-Policy', `  Content-Security-Policy: ${modelThreadPolicy}`];
    const source = ['/*', ...lines, modelThread.rule, ...own, ''].join('\n');
    this.emitFile({ type: 'asset', fileName: '_headers', source });
  },
};

/**
 * Every zod schema brings along what writes it as a JSON schema. Threads need that, for models; the page never does, and is a twentieth smaller
 * without. Workers are built with plugins of their own, so this leaves them as they are.
 */
const leaveOutJsonSchemas: Plugin = {
  name: 'leave-out-json-schemas',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].flatMap(([, name]) => name ?? []);
    if (names.length === 0) throw new Error(`${id} exports nothing that could be left out: zod was changed.`);
    // What makes a schema's method is called for every schema; the method itself never is.
    const stubs = names.map((name) => `export const ${name} = ${name.startsWith('create') ? '() => ' : ''}leftOut;`);
    const again = names.includes('processSchema') ? ['export { processSchema as process };'] : [];
    const leftOut = 'const leftOut = () => { throw new Error("The page writes no JSON schemas."); };';
    return [leftOut, ...stubs, ...again].join('\n');
  },
};

export default defineConfig({
  // Relative addresses: the built files work from any path of any web server.
  base: './',
  // No fallback page: an address that does not exist is a 404, as on a static host.
  appType: 'mpa',
  plugins: [
    svelte(),
    sendHeaders,
    leaveOutJsonSchemas,
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
  },
});
