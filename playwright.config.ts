import { defineConfig } from '@playwright/test';
import { installedBrowser, launchFlags } from './tests/findBrowser.mjs';

const executablePath = installedBrowser();

/** Journeys: the production build, served by `vite preview`, in a real browser. */
export default defineConfig({
  testDir: 'tests/journeys',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // Two busy cores: this is how long a wait may last, not how long anything may take.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    // The server takes the next free port and its own words say which (`wait` below).
    baseURL: `http://localhost:${process.env['PREVIEW_PORT']}/`,
    viewport: { width: 1440, height: 900 },
    // A click that cannot be made is a failure, not a long wait.
    actionTimeout: 10_000,
    launchOptions: { args: launchFlags, ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: 'npx vite preview',
    // Vite may print the port in bold.
    wait: { stdout: /http:\/\/localhost:\S*?(?<preview_port>\d{4,5})/ },
  },
});
