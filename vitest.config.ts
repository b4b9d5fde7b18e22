import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { installedBrowser, launchFlags } from './tests/findBrowser.mjs';

const executablePath = installedBrowser();
const browserTests = '**/*.browser.test.ts';

export default defineConfig({
  worker: { format: 'es' },
  test: {
    // A test that needs to be tried twice is a defect.
    retry: 0,
    // On a busy machine a test takes as long as it takes; this is for one that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One for each core; else one core would rest.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // No test here touches what is global, so files can share a thread and what it has loaded.
          isolate: false,
          include: ['src/**/*.test.ts', 'tests/{architecture,article,eval}/**/*.test.ts'],
          exclude: [browserTests, 'tests/architecture/fixtures/**'],
        },
      },
      {
        extends: true,
        plugins: [svelte()],
        // Isolated from other origins, as llama.cpp needs it to be given more than one thread.
        server: {
          headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
        },
        test: {
          name: 'browser',
          // The lab's promise: what Node writes, a browser writes too.
          globalSetup: ['tests/labInNode.ts'],
          include: [`src/${browserTests}`, `tests/${browserTests}`],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args: launchFlags, ...(executablePath && { executablePath }) } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
