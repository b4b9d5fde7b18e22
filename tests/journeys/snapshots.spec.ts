import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, expectAllLights, openAtNine, openHeld, storedLog } from './shop';

/** What the screen says of how it was opened, and of whether that agrees with the log. */
const derived = (page: Page) => page.locator('[data-rebuilt]');
const numberIn = async (page: Page, name: string) => Number(await derived(page).getAttribute(name));

/** Waits until a snapshot of everything there is has been stored, and until it was compared with the log. */
async function stored(page: Page): Promise<void> {
  await expect.poll(async () => (await snapshotsIn(page)).length, { timeout: 15_000 }).toBeGreaterThan(2);
  await expect.poll(() => numberIn(page, 'data-rebuilt'), { timeout: 15_000 }).toBeGreaterThan(0);
}

interface StoredSnapshot {
  readonly name: string;
  readonly position: number;
  readonly outline: string;
}

/** The snapshots as they lie in IndexedDB; with `from` and `to`, after every `from` in the outline of the views was made a `to`. */
function snapshotsIn(page: Page, from?: string, to?: string): Promise<StoredSnapshot[]> {
  return page.evaluate(
    async ([was, becomes]) => {
      const wait = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('no database'));
        });
      const db = await wait(indexedDB.open(`common-ground${new URL('.', document.baseURI).pathname}`));
      const table = db.transaction('snapshots', 'readwrite').objectStore('snapshots');
      const rows = (await wait(table.getAll())) as StoredSnapshot[];
      if (was !== undefined && becomes !== undefined) {
        for (const row of rows)
          if (row.name === 'views') table.put({ ...row, outline: row.outline.replaceAll(was, becomes) });
      }
      db.close();
      return rows;
    },
    [from, to] as const,
  );
}

test('a reload is served from a snapshot: only what came after it is folded, and everything is as it was', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  expect(await numberIn(page, 'data-restored')).toBe(0);
  await stored(page);
  const events = (await storedLog(page)).length;
  const stock = await page.locator('[data-available]').allTextContents();

  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  const restored = await numberIn(page, 'data-restored');
  expect(restored).toBeGreaterThan(100);
  expect(restored + (await numberIn(page, 'data-folded'))).toBe(events);
  await expect(page.locator('[data-available]')).toHaveText(stock);
  await expectAllLights(page);
  await stored(page);
  await expect(derived(page)).toHaveAttribute('data-ok', 'true');

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Verify the log' }).click();
  await expect(page.locator('main [data-verified]')).toHaveAttribute('data-verified', 'true');
  await expect(page.locator('[data-compared]')).toContainText('the same, byte for byte');
  expect(complaints).toEqual([]);
});

test('a snapshot that somebody edited is noticed, said on screen and dropped, and the next start is right', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await stored(page);
  await snapshotsIn(page, '"title":"', '"title":"No ');
  await page.goto('about:blank');
  await openHeld(page);
  await expect(derived(page)).toHaveAttribute('data-ok', 'false', { timeout: 15_000 });
  await expect(derived(page)).toContainText('is not what the log says');
  await page.goto('about:blank');
  await openHeld(page);
  expect(await numberIn(page, 'data-restored')).toBe(0);
  await expect.poll(() => numberIn(page, 'data-rebuilt'), { timeout: 15_000 }).toBeGreaterThan(0);
  await expect(derived(page)).toHaveAttribute('data-ok', 'true');
  expect(complaints).toEqual([]);
});
