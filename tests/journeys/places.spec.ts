import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, pickMail, settled, storedLog } from './shop';
import { violations } from './violations';

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

test('on a phone nothing scrolls sideways, whatever is open', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await openWithStory(page);
  for (const screen of await screensOf(page)) {
    await goTo(page, screen);
    await expectNoSidewaysScroll(page);
  }
  const reply = (await storedLog(page)).findLast((event) => event.type === 'ReplySent');
  for (const tab of ['Event', 'Why', 'Effects', 'Raw']) {
    await page.goto(`./?play=off#/log?sel=${reply?.id}&tab=${tab.toLowerCase()}`);
    await expect(page.getByRole('tabpanel', { name: tab })).not.toBeEmpty();
    await expectNoSidewaysScroll(page);
  }
  await goTo(page, 'shop');
  await page.locator('[data-mail]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Break it' }).click();
  await expectNoSidewaysScroll(page);
  await expectUnderItsButton(page);
  await page.setViewportSize(desk);
  await expectUnderItsButton(page);
  expect(complaints).toEqual([]);
});

test('all of it by keyboard: the help, the screens, a step, a mail; and the focus comes back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWithStory(page);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  const write = page.getByRole('button', { name: 'Write as a customer' });
  await tabTo(page, 'Write as a customer');
  await expect(write).toBeFocused();
  await expect(write).not.toHaveCSS('outline-style', 'none');

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help and keys' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(write).toBeFocused();

  await page.keyboard.press('Enter');
  const compose = page.getByRole('dialog', { name: 'Write as a customer' });
  await expect(compose).toBeVisible();
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab');
    // From the last one Tab leads to the browser's own buttons, then in again, never to what lies behind.
    expect(await page.evaluate(() => document.activeElement?.matches('body, dialog *'))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(write).toBeFocused();

  for (const [key, screen] of [
    ['2', 'Log'],
    ['3', 'Agents'],
    ['1', 'Three AI agents'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 2, name: screen })).toBeFocused();
  }

  const done = page.getByRole('progressbar', { name: 'Scenario done' });
  const before = await done.evaluate((bar: HTMLProgressElement) => bar.value);
  await page.keyboard.press('.');
  await expect(done).toHaveJSProperty('value', before + 1);

  await page.keyboard.press('2');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Words' })).toBeFocused();
  await page.keyboard.type('RefundProcessed');
  await tabTo(page, 'Events, oldest first');
  await page.keyboard.press('End');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('RefundProcessed');
  await page.keyboard.press('y');
  await expect(page.getByRole('tab', { name: 'Why', selected: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe('without the service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a screen or a sheet whose code cannot be had says so, and the page can be loaded again', async ({ page }) => {
    await openAtNine(page);
    await page.route('**/assets/Help-*.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Help and keys' }).click();
    const messages = page.getByRole('region', { name: 'Messages' });
    await expect(messages).toContainText('This part of the page could not be loaded.');
    await page.route('**/assets/Log-*.js', (route) => route.abort());
    await page.keyboard.press('2');
    const words = page.getByRole('heading', { name: 'The screen “Log” could not be loaded.' });
    await expect(words).toBeVisible();
    await page.unroute('**/assets/Log-*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
  });
});

test('an address names an event and a tab, in a page that has only just opened', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWithStory(page);
  const reply = (await storedLog(page)).findLast((event) => event.type === 'ReplySent');
  await page.goto('about:blank');
  await page.goto(`./?play=off#/log?sel=${reply?.id}&tab=why`);
  await expect(page.getByRole('tab', { name: 'Why' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-selected]')).toHaveAttribute('data-selected', String(reply?.position));
  await expect(page.getByRole('list', { name: 'Causes' }).getByRole('listitem')).toHaveCount(8);
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveAttribute(
    'data-position',
    String(reply?.position),
  );
  expect(complaints).toEqual([]);
});

test('on a phone, what has the focus is never hidden behind what stands still', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.setViewportSize(phone);
  await openWithStory(page);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  const hidden: string[] = [];
  let stops = 0;
  for (; stops < 150; stops++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return 'end';
      const { x, y, width, height } = focused.getBoundingClientRect();
      const there = document.elementFromPoint(x + width / 2, y + height / 2);
      return there && (focused.contains(there) || there.contains(focused)) ? 'seen' : focused.outerHTML.slice(0, 120);
    });
    if (found === 'end') break;
    if (found !== 'seen') hidden.push(found);
  }
  expect(stops).toBeGreaterThan(40);
  expect(hidden).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const [device, size] of Object.entries({ phone, desk })) {
  test(`WCAG 2.2 AA on a ${device}: every screen, in light and in dark`, async ({ page }) => {
    test.slow();
    const complaints = complaintsOf(page);
    await page.setViewportSize(size);
    await openWithStory(page);
    // What the footer covers just now can be scrolled out from under it: at the end of the sheet it covers nothing.
    await page.locator('footer').evaluate((footer) => (footer.style.position = 'static'));
    const reply = (await storedLog(page)).findLast((event) => event.type === 'ReplySent');
    const found: string[] = [];
    for (const screen of await screensOf(page)) {
      await goTo(page, screen);
      found.push(...(await violations(page)));
    }
    await page.goto(`./?play=off#/log?sel=${reply?.id}&tab=why`);
    await expect(page.getByRole('list', { name: 'Causes' }).getByRole('listitem')).toHaveCount(8);
    found.push(...(await violations(page, '[aria-label="Inspector"]')));
    await goTo(page, 'shop');
    await page.locator('[data-mail]').first().click();
    await expect(page.getByRole('dialog')).toContainText('We have refunded');
    found.push(...(await violations(page, 'dialog')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Break it' }).click();
    found.push(...(await violations(page, '[aria-label="Break it"]')));
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** A shop with something of everything: stock, orders, a mail, a refund, decisions. */
async function openWithStory(page: Page): Promise<void> {
  await openAtNine(page);
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.goto(`./?play=off#/${screen}`);
  await expect(page.locator(`main[data-state="open"] [data-shown="${screen}"]`)).toBeVisible();
}

/** Every screen that the navigation leads to. */
async function screensOf(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  const screens = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(2) ?? ''));
  expect(screens.length).toBeGreaterThan(3);
  return screens;
}

/** Presses Tab until what is called so has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 100; n++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim();
    });
    if (at === name) return;
  }
  throw new Error(`Expected Tab to reach "${name}", found it nowhere in 100 steps.`);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over).toBe(0);
}

/** What is saved opens below its button, and not beyond the edge. */
async function expectUnderItsButton(page: Page): Promise<void> {
  const opener = page.getByRole('button', { name: /Saved/ });
  await opener.click();
  const box = page.getByRole('region', { name: 'Saved' });
  await expect(box.getByRole('button', { name: 'Verify the log' })).toBeInViewport({ ratio: 1 });
  const [above, below] = [await opener.boundingBox(), await box.boundingBox()];
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
  expect(below!.x + below!.width).toBeLessThanOrEqual(page.viewportSize()!.width);
  await page.keyboard.press('Escape');
}
