import { expect, type Locator, type Page } from '@playwright/test';
import type { WorldEvent } from '../../src/contracts';
import { demoSeed, scenario } from '../../src/intake';
import { invariants } from '../../src/projections';

export const headline = 'Three AI agents run this shop in your browser. Nothing leaves this device.';
const openingSteps = scenario(demoSeed).filter((step) => step.atMs === 0).length;

/** Everything the browser complained about on this page. A journey ends with none. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A journey that keeps the service worker out is told so, and nobody else ever is.
    if (message.text().includes('Service Worker registration blocked by Playwright')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} (${message.location().url})`);
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
  await takeSteps(page, openingSteps);
}

/** Takes the day's first steps, each when everybody is done with the one before. */
export async function takeSteps(page: Page, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await page.keyboard.press('.');
  const done = page.getByRole('progressbar', { name: 'Scenario done' });
  await expect(done).toHaveJSProperty('value', count, { timeout: 10_000 });
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

/** Hands in files as somebody would who picks them, and puts the report away. */
export async function pickMail(page: Page, ...files: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Write as a customer' }).click();
  await page.getByLabel('Pick .eml files').setInputFiles(files.map((file) => `tests/fixtures/mails/${file}`));
  await expect(page.locator('[data-taken]')).toHaveCount(files.length);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Sends one of the sample mails as it stands, by its title. */
export async function writeSample(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Write as a customer' }).click();
  await page.getByLabel('Start from').selectOption(title);
  await page.getByRole('button', { name: 'Send mail' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** An agent's card, on the shop floor or on the Agents screen. */
export const card = (page: Page, agent: string): Locator => page.locator(`[data-agent="${agent}"]`);

/** Fails when one of the things that must always hold does not. */
export async function expectAllLights(page: Page): Promise<void> {
  await expect(page.locator('[data-invariant][data-ok=true]')).toHaveCount(invariants.length);
}

/** A commit as it lies in IndexedDB. */
interface StoredCommit {
  readonly world: string;
  readonly first: number;
  readonly hash: string;
  readonly text: string;
}

/** What lies in IndexedDB, read past the app: every world's commits, and which world is open. */
export async function storedCommits(
  page: Page,
): Promise<{ commits: readonly StoredCommit[]; open: string | undefined }> {
  return page.evaluate(async () => {
    const { pathname } = new URL('.', document.baseURI);
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no database'));
      });
    const db = await wait(indexedDB.open(`common-ground${pathname}`));
    const read = db.transaction(['commits', 'worlds']);
    const worlds = (await wait(read.objectStore('worlds').getAll())) as { id: string; archivedAt: number | null }[];
    const commits = (await wait(read.objectStore('commits').getAll())) as StoredCommit[];
    db.close();
    return { commits, open: worlds.filter((world) => world.archivedAt === null).at(-1)?.id };
  });
}

/** The events of the newest world, in order, as they lie in IndexedDB. */
export async function storedLog(page: Page): Promise<WorldEvent[]> {
  const { commits, open } = await storedCommits(page);
  return commits.filter(({ world }) => world === open).flatMap(({ text }) => JSON.parse(text) as WorldEvent[]);
}

/** The types of an event and all its causes, first cause first. */
export function chainOf(events: readonly WorldEvent[], last: WorldEvent | undefined): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const chain: string[] = [];
  for (let at = last; at; at = at.causationId ? byId.get(at.causationId) : undefined) chain.unshift(at.type);
  return chain;
}

/** Goes to the Data screen by its link. */
export async function openData(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Data' }).click();
  await expect(page.getByRole('heading', { name: 'Data', exact: true })).toBeVisible();
}
