import { chromium, expect, test } from '@playwright/test';
import { serveFiles } from './serveFiles';
import { complaintsOf, openHeld, pickMail, settled, storedLog, takeSteps } from './shop';

const under = '/some/where/';
let server: Awaited<ReturnType<typeof serveFiles>>;

test.beforeAll(async () => {
  server = await serveFiles('dist', under);
});
test.afterAll(() => server.close());

/** All that a manifest names by an address. */
interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly { readonly src: string }[];
  readonly shortcuts: readonly { readonly url: string; readonly icons: readonly { readonly src: string }[] }[];
  readonly file_handlers: readonly { readonly action: string }[];
  readonly share_target: { readonly action: string };
}

test.describe('under a path of some web server', () => {
  test('it asks for nothing outside of its path, works, and works offline', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await openHeld(page);
    await takeSteps(page, 37);
    await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
    expect(server.asked.filter((path) => !path.startsWith(under))).toEqual([]);
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

  test('every address in its manifest leads to something of its own, and what is shared arrives', async ({
    browser,
    request,
  }) => {
    const url = `${server.address}manifest.webmanifest`;
    const manifest = (await (await request.get(url)).json()) as Manifest;
    const at = (address: string) => new URL(address, url).href;
    const { scope, start_url: start, shortcuts, file_handlers: handlers, share_target: share } = manifest;
    expect([scope, start, ...handlers.map((handler) => handler.action)].map(at)).toEqual(Array(3).fill(server.address));
    expect(at(share.action)).toBe(`${server.address}share-target`);
    for (const icon of [...manifest.icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)]) {
      expect(at(icon.src)).toContain(server.address);
      expect((await request.get(at(icon.src))).headers()['content-type']).toBe('image/png');
    }

    const page = await browser.newPage();
    for (const shortcut of shortcuts) {
      expect(at(shortcut.url)).toContain(`${server.address}#/`);
      await page.goto(at(shortcut.url));
      await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
    }
    await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
    await page.goto(`${at(share.action)}?text=Hello`);
    await expect(page.getByRole('dialog', { name: 'Shared with the shop' })).toContainText('Hello');
    expect(page.url()).toBe(server.address);
    await page.close();
  });

  // Only a profile that stays on disk can install anything: the contexts of other tests count as private windows.
  test('it can be installed', async ({ launchOptions }, info) => {
    const context = await chromium.launchPersistentContext(info.outputPath('profile'), launchOptions);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${server.address}?play=off#/data`);
    await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
    const devtools = await context.newCDPSession(page);
    const { url, errors, data } = await devtools.send('Page.getAppManifest');
    expect(url).toBe(`${server.address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Common Ground', display: 'standalone' });
    expect(await devtools.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
    // The browser offers it, and the shop's own button passes that on.
    await expect(page.locator('[data-install]')).toHaveAttribute('data-install', 'offered');
    await expect(page.getByRole('button', { name: 'Install', exact: true })).toBeVisible();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
