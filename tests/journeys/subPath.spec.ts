import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { complaintsOf, openHeld, pickMail, settled, storedLog, takeSteps } from './shop';

const under = '/some/where/';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

let server: Server;
let address: string;
const asked: string[] = [];

// Any web server that knows nothing of the app: files under a path, and nothing else.
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const file = normalize(pathname.slice(under.length) || 'index.html');
    void readFile(join('dist', file)).then(
      (content) => response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}${under}`;
});

test.afterAll(() => server.close());

test.describe('under a path of some web server', () => {
  test('it asks for nothing outside of its path, works, and works offline', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: address });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await openHeld(page);
    await takeSteps(page, 37);
    await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
    expect(asked.filter((path) => !path.startsWith(under))).toEqual([]);
    const before = await storedLog(page);

    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
    expect((await storedLog(page)).slice(0, before.length)).toEqual(before);
    await pickMail(page, 'broken-mug.eml');
    await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
    await settled(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  // Only a profile that stays on disk can install anything: the contexts of other tests count as private windows.
  test('it can be installed', async ({ launchOptions }, info) => {
    const context = await chromium.launchPersistentContext(info.outputPath('profile'), launchOptions);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${address}?play=off`);
    await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
    const devtools = await context.newCDPSession(page);
    const { url, errors, data } = await devtools.send('Page.getAppManifest');
    expect(url).toBe(`${address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Common Ground', display: 'standalone' });
    expect(await devtools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
