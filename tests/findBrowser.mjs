import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** How every test starts the browser. WebGPU is on SwiftShader: correct, slow, without shader-f16. */
export const launchFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--enable-unsafe-webgpu',
];

/**
 * The path of a Chromium: $CHROME, Playwright's own, a system one, else one that it installs now.
 * @returns {string}
 */
export function findBrowser() {
  const found = installedBrowser();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    install('apt-get', ['update', '-qq']);
    install('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  }
  if (!installedBrowser()) install(process.execPath, [playwrightCli(), 'install', 'chromium']);
  const fresh = installedBrowser();
  if (fresh) return fresh;
  throw new Error(
    'Expected a Chromium for the browser tests, found none. Install one, or set CHROME to its full path.',
  );
}

/** The browser that is here already, if any; installs nothing. */
export function installedBrowser() {
  const named = process.env['CHROME'];
  if (named && !existsSync(named)) {
    throw new Error(`Expected a browser at CHROME=${named}, found none. Unset CHROME or give its full path.`);
  }
  return [named, chromium.executablePath(), ...systemPaths].find((path) => path && existsSync(path));
}

/** @param {string} command @param {string[]} args */
function install(command, args) {
  console.error(`No browser yet: ${command} ${args.join(' ')}`);
  // Its words go to stderr: this file's own answer is all that stands on stdout.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env });
  if (status !== 0) console.error(`${command} failed: ${error?.message ?? `exit code ${status}`}`);
}

function playwrightCli() {
  return fileURLToPath(new URL('cli.js', import.meta.resolve('playwright/package.json')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findBrowser();
  console.log(path);
  console.error(execFileSync(path, ['--version'], { encoding: 'utf8' }).trim());
}
