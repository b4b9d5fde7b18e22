import { expect, type Page } from '@playwright/test';
import type { WorldEvent } from '../../src/contracts';
import { demoSeed, scenario } from '../../src/intake';

export const headline = 'Three AI agents run this shop in your browser. Nothing leaves this device.';
const openingSteps = scenario(demoSeed).filter((step) => step.atMs === 0).length;

/** Everything the browser complained about on this page. A journey ends with none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Opens a shop that stands still until it is stepped. */
export async function openHeld(page: Page): Promise<void> {
  await page.goto('./?play=off');
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
}

/** Opens a held shop and takes the opening of the day, one thing at a time: products, customers, earlier orders. */
export async function openAtNine(page: Page): Promise<void> {
  await openHeld(page);
  const done = page.getByRole('progressbar', { name: 'Scenario done' });
  for (let n = 1; n <= openingSteps; n++) {
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(done).toHaveJSProperty('value', n);
  }
  await settled(page);
}

/** Waits until services and agents have nothing left to do, as far as the screen says. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '0');
  for (const agent of ['support', 'inventory', 'marketing']) {
    await expect(page.locator(`[data-agent="${agent}"]`)).toHaveAttribute('data-lag', '0');
    await expect(page.locator(`[data-agent="${agent}"]`)).toHaveAttribute('data-state', 'idle');
  }
}

/** Hands in a file as somebody would who picks it, and puts the report away. */
export async function pickMail(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Write as a customer' }).click();
  await page.getByLabel('Pick .eml files').setInputFiles(`tests/fixtures/mails/${file}`);
  await expect(page.locator('[data-taken]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The log as it lies in IndexedDB, read past the app: the events of the newest world, in order. */
export async function storedLog(page: Page): Promise<WorldEvent[]> {
  const commits = await page.evaluate(async () => {
    const { pathname } = new URL('.', document.baseURI);
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
    const db = await wait(indexedDB.open(`common-ground${pathname}`));
    const read = db.transaction(['commits', 'worlds']);
    const worlds = (await wait(read.objectStore('worlds').getAll())) as { id: string; archivedAt: number | null }[];
    const all = (await wait(read.objectStore('commits').getAll())) as { world: string; events: unknown[] }[];
    db.close();
    const current = worlds.filter((world) => world.archivedAt === null).at(-1)?.id;
    return all.filter((commit) => commit.world === current);
  });
  return commits.flatMap((commit) => commit.events as WorldEvent[]);
}

/** The types of an event and all its causes, first cause first. */
export function chainOf(events: readonly WorldEvent[], last: WorldEvent | undefined): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const chain: string[] = [];
  for (let at = last; at; at = at.causationId ? byId.get(at.causationId) : undefined) chain.unshift(at.type);
  return chain;
}
