import { expect, test, type Page } from '@playwright/test';
import { turnSteps } from '../../src/agents';
import { agents } from '../../src/contracts';
import { serviceSteps } from '../../src/services';
import { complaintsOf, expectAllLights, openAtNine } from './shop';
import { outcomeOf, walkOnScreen } from './walkOnScreen';

// Real threads are terminated here, each where its runner says "I am at this step": nothing is timed.
test.describe.configure({ timeout: 60_000 });

let undisturbed: Awaited<ReturnType<typeof outcomeOf>>;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  await openAtNine(page);
  await walkOnScreen(page);
  undisturbed = await outcomeOf(page);
  await page.close();
});

async function crashAt(page: Page, thread: string, step: string): Promise<void> {
  await page.getByLabel('Thread').selectOption(thread);
  await page.getByLabel('When').selectOption(step);
  await page.getByRole('button', { name: 'Crash it' }).click();
}

for (const step of turnSteps) {
  test(`every agent's thread is terminated at "${step}" in each part of the walk: an equal world, each effect once`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await openAtNine(page);
    await page.getByRole('button', { name: 'Break it' }).click();
    const resumed = await walkOnScreen(page, async () => {
      for (const agent of agents) await crashAt(page, agent, step);
    });
    expect(resumed).toBeGreaterThanOrEqual(4);
    expect(await outcomeOf(page)).toEqual(undisturbed);
    await expectAllLights(page);
    expect(complaints).toEqual([]);
  });
}

for (const step of serviceSteps) {
  test(`the thread of log and services is terminated at "${step}" in each part of the walk: an equal world`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await openAtNine(page);
    await page.getByRole('button', { name: 'Break it' }).click();
    let threads = 0;
    page.on('worker', (worker) => {
      if (worker.url().includes('world.worker')) threads += 1;
    });
    await walkOnScreen(page, () => crashAt(page, 'world', step));
    expect(threads).toBe(5);
    expect(await outcomeOf(page)).toEqual(undisturbed);
    await expectAllLights(page);
    expect(complaints).toEqual([]);
  });
}
