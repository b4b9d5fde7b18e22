import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { forgeWorld } from './forgeWorld';
import { complaintsOf, openAtNine, settled, openData, pickMail, storedCommits, storedLog } from './shop';

const slider = (page: Page) => page.getByRole('slider', { name: 'Position in the log' });
const goTo = async (page: Page, position: number) => {
  await page.keyboard.press('g');
  await page.getByLabel('Go to position').fill(String(position));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-position-shown]')).toHaveAttribute('data-position-shown', String(position));
  await page.locator('body').press('Escape');
  await page.getByLabel('Go to position').blur();
};
const headOf = async (page: Page) => Number((await page.locator('[data-head]').getAttribute('data-head')) ?? 0);

test('every screen shows the shop as it was, nothing can be changed there, and L comes back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const head = await headOf(page);
  const stock = page.locator('[data-sku="MUG-1"] b.available');
  const live = await stock.innerText();

  await goTo(page, 1);
  await expect(page.getByText('PAST', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/at=1\b/);
  await expect(page.locator('[data-order]')).toHaveCount(0);

  await goTo(page, 12);
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/#\/log\?.*at=12\b/);
  await expect(page.getByRole('option').last()).toHaveAttribute('data-position', '12');
  await page.keyboard.press('1');
  await page.keyboard.press('.');
  await expect(page).toHaveURL(/at=13\b/);
  await page.keyboard.press(',');
  await page.keyboard.press(',');
  await expect(page).toHaveURL(/at=11\b/);

  const restock = page.getByRole('button', { name: /Restock/ }).first();
  await expect(restock).toHaveAttribute('aria-disabled', 'true');
  await restock.press('Enter');
  await expect(page.getByText('This is the past, position 11')).toBeVisible();
  expect(await headOf(page)).toBe(head);

  // A link to the past opens the past.
  await page.reload();
  await expect(page.getByText('PAST', { exact: true })).toBeVisible();
  await expect(page.locator('[data-position-shown]')).toHaveAttribute('data-position-shown', '11');

  await page.keyboard.press('l');
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await expect(page).not.toHaveURL(/at=/);
  await expect(stock).toHaveText(live);
  await slider(page).press('Home');
  await expect(page).toHaveURL(/at=0\b/);
  await slider(page).press('End');
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a step that is taken before the browser has told of the last screen is not taken back', async ({ page }) => {
  await openAtNine(page);
  await goTo(page, 12);
  await page.evaluate(() => {
    for (const key of ['.', '2', '.', '1', '.'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(page).toHaveURL(/#\/shop\?.*at=15\b/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/log\b/);
});

test('no screen changes anything in the past; agents work on meanwhile, and live has what they did', async ({
  page,
  context,
}) => {
  test.slow();
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await goTo(page, 12);
  const head = await headOf(page);
  const closed = page.locator('main button[title^="The past cannot be changed"]');
  const screens = ['shop', 'log', 'agents', 'orders', 'lab', 'models', 'data'];
  const refused: string[] = [];
  for (const [n, screen] of screens.entries()) {
    await page.keyboard.press(`${n + 1}`);
    await expect(page.locator(`[data-shown="${screen}"]`)).toBeVisible();
    await expect(page.getByText('PAST', { exact: true })).toBeVisible();
    await expect(page.locator('[data-position-shown]')).toHaveAttribute('data-position-shown', '12');
    if ((await closed.count()) === 0) continue;
    refused.push(screen);
    await closed.first().press('Enter');
    await expect(page.getByText('This is the past, position 12').first()).toBeVisible();
  }
  expect(refused).toEqual(expect.arrayContaining(['shop', 'agents', 'data']));
  expect(await headOf(page)).toBe(head);

  // Somebody else writes to the shop: it is dealt with, and the past stands still.
  await page.keyboard.press('1');
  const mails = page.locator('[data-mail]');
  const then = await mails.count();
  const other = await context.newPage();
  await other.goto('./?play=off');
  await pickMail(other, 'broken-mug.eml');
  const answered = (of: Page) => of.locator('[data-mail]', { hasText: 'Amara Okafor' });
  await expect(answered(other)).toHaveAttribute('data-state', 'answered');
  await expect.poll(() => headOf(page)).toBeGreaterThan(head);
  expect(await mails.count()).toBe(then);
  await expect(page.locator('[data-position-shown]')).toHaveAttribute('data-position-shown', '12');
  await page.keyboard.press('l');
  await expect(answered(page)).toHaveAttribute('data-state', 'answered');
  expect(complaints).toEqual([]);
});

test('replaying what happened ends live, and the shop works on meanwhile', async ({ page }) => {
  await openAtNine(page);
  const head = await headOf(page);
  await goTo(page, head - 5);
  await page.getByRole('button', { name: 'max' }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeVisible();
});

test('a number says why: the events that made it, the proposal, the rule, and the agent behind it', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.locator('[data-sku="MUG-1"] [data-why=available]').click();
  const sheet = page.getByRole('dialog', { name: /Why\? MUG-1 available/ });
  const value = await page.locator('[data-sku="MUG-1"]').first().getAttribute('data-available');
  await expect(sheet.locator('[data-why-value]')).toHaveAttribute('data-why-value', value ?? '');
  await expect(sheet.locator('[data-step]').first()).toBeVisible();
  await expect(sheet.getByText('StockReceiptReported').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page).not.toHaveURL(/why=/);
  expect(complaints).toEqual([]);
});

test('every number and state that is shown says why, with the value that is shown', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const order = await page.locator('[data-order]').first().getAttribute('data-order');
  await page
    .locator('[data-agent=support]')
    .getByRole('button', { name: /^Pause/ })
    .click();
  await expect(page.locator('[data-agent=support]')).toHaveAttribute('data-state', 'paused');
  await page.getByRole('button', { name: 'Sale −20 % of MUG-1' }).click();
  await expect(page.locator('[data-sku="MUG-1"] [data-why="sale.saleCents"]')).toBeVisible();
  // Marketing hears of it and makes a promotion of it.
  await expect(page.locator('[data-why=status][href*=promotion]')).toBeVisible();

  const asked = new Map<string, { href: string; shown: string }>();
  const places = [
    ['#/shop', '[data-why=available]'],
    [`#/shop?order=${order}`, 'dialog [data-why=unitCents]'],
    [`#/orders?order=${order}`, '[data-order-detail] [data-why=unitCents]'],
    ['#/orders/rules', '[data-policy] [data-why=cents]'],
  ] as const;
  for (const [place, there] of places) {
    await page.goto(`./?play=off${place}`);
    await expect(page.locator(there).first()).toBeVisible();
    const links = await page
      .locator('[data-why]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('href') ?? '', (one.textContent ?? '').trim()] as const),
      );
    for (const [href, shown] of links) {
      const [of, , field] = (new URLSearchParams(href.split('?')[1]).get('why') ?? '').split('/');
      asked.set(`${of} ${field}`, { href, shown });
    }
  }
  expect([...asked.keys()].sort()).toEqual([
    'agent paused',
    'line qty',
    'line unitCents',
    'order paidBackCents',
    'order paidCents',
    'order status',
    'order totalCents',
    'policy acts',
    'policy cents',
    'policy count',
    'policy days',
    'policy once',
    'policy reasons',
    'post status',
    'product priceCents',
    'product sale.saleCents',
    'promotion status',
    'stock available',
    'stock reserved',
  ]);
  for (const [name, { href, shown }] of asked) {
    await page.goto(`./?play=off${href}`);
    const sheet = page.getByRole('dialog', { name: /^Why\?/ });
    await expect(sheet.locator('[data-why-value]'), name).toBeVisible();
    await expect(sheet.getByText('There is no such row'), name).toHaveCount(0);
    if (/\d/.test(shown)) await expect(sheet.locator('[data-why-value] b'), name).toHaveText(shown);
    if (!name.startsWith('policy')) await expect(sheet.locator('[data-step]').first(), name).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('what happened happens again without a model, to the same seal', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const head = await headOf(page);
  await openData(page);
  await page.getByRole('button', { name: 'Replay without a model' }).click();
  await expect(page.locator('[data-replayed]')).toHaveAttribute('data-replayed', 'true');
  await expect(page.locator('[data-replayed]')).toContainText(`The same to the last seal: ${head} events`);
  expect(complaints).toEqual([]);
});

test('a fact that was edited and sealed anew passes every seal; the replay bisects to it and says what differs', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const placed = (await storedLog(page)).findLast((event) => event.type === 'OrderPlaced');
  await openData(page);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export world' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  const forged = await forgeWorld(text, (event) =>
    event.id === placed?.id ? ({ ...event, correlationId: 'somebody-else' } as typeof event) : event,
  );
  await page
    .getByLabel('Pick an exported world')
    .setInputFiles({ name: 'forged.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(forged) });
  await expect(page.locator('[data-import]')).toHaveAttribute('data-import', 'intact');
  await page.getByRole('button', { name: 'Open as a separate world' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^import-/);
  await page.getByRole('button', { name: 'Keep them paused' }).click();
  await page.getByRole('button', { name: 'Replay without a model' }).click();
  const replayed = page.locator('[data-replayed]');
  await expect(replayed).toHaveAttribute('data-replayed', 'false');
  await expect(replayed).toContainText(
    `It comes out otherwise at ${placed?.position}: order-state decides OrderPlaced with other content.`,
  );
  await expect(replayed).toContainText('Decided now:');
  await expect(replayed).toContainText('correlationId: the log says "somebody-else"');
  expect(complaints).toEqual([]);
});

test('one thing is otherwise: a fork begins before it, what came from outside comes again, and the worlds are compared', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.keyboard.press('2');
  await page.getByLabel('Message', { exact: true }).selectOption('OrderSubmitted');
  await page.locator('[role=option]').last().click();
  await page.getByRole('button', { name: 'What if it had been otherwise' }).click();
  const dialog = page.getByRole('dialog', { name: /had been otherwise/ });
  const content = dialog.getByLabel('OrderSubmitted, its content');
  await dialog.getByRole('button', { name: 'Fork and open' }).click();
  await expect(dialog.getByText('Nothing is otherwise yet')).toBeVisible();
  await content.fill((await content.inputValue()).replace(/"qty": \d+/, '"qty": 2000'));
  await dialog.getByLabel('Its name').fill('Two thousand');
  await dialog.getByRole('button', { name: 'Fork and open' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^fork-/);
  await page.keyboard.press('1');
  await settled(page);
  await openData(page);
  await expect(page.locator('[data-world-row^="fork-"]')).toContainText('changed at');
  await page
    .locator('[data-world-row="shop-1"]')
    .getByRole('button', { name: /Compare/ })
    .click();
  const sheet = page.getByRole('dialog', { name: 'Two worlds' });
  await expect(sheet.locator('[data-about=orders]').first()).toBeVisible();
  await expect(sheet.getByText('OrderSubmitted').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a fork goes on by itself: another end, the same beginning, and the original as it was', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const head = await headOf(page);
  await goTo(page, head - 6);
  await page.keyboard.press('Shift+F');
  const dialog = page.getByRole('dialog', { name: /Fork at/ });
  await dialog.getByLabel('An agent that is otherwise there').selectOption('support');
  await expect(dialog.getByText('Nothing about it is otherwise yet')).toBeVisible();
  await dialog.getByLabel('It is told').fill('You answer letters. Be brief.');
  await expect(dialog.getByText('Nothing about it is otherwise yet')).toHaveCount(0);
  await dialog.getByLabel('It thinks with').selectOption('Scripted (rules)');
  await dialog.getByLabel('Its name').fill('Without mugs');
  await dialog.getByRole('button', { name: 'Fork and open' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^fork-/);
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: 'Sell all MUG-1' }).click();
  await expect(page.locator('[data-sku="MUG-1"][data-available="0"]').first()).toBeVisible();
  await settled(page);

  // The words and the engine stand in the fork's history alone.
  const told = (id: string) => (type: string) =>
    storedCommits(page).then(({ commits }) =>
      commits.some((one) => one.world.startsWith(id) && one.text.includes(type)),
    );
  expect(await told('fork-')('"PromptChanged"')).toBe(true);
  expect(await told('fork-')('"EngineChosen"')).toBe(true);
  expect(await told('shop-1')('"PromptChanged"')).toBe(false);

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Data' }).click();
  const original = page.locator('[data-world-row="shop-1"]');
  await original.getByRole('button', { name: /Compare/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Two worlds' });
  await expect(sheet.locator('[data-about=stock]').first()).toBeVisible();
  await expect(sheet.getByText('MUG-1').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(original.getByRole('button', { name: /Delete/ })).toHaveCount(0);
  await original.getByRole('button', { name: 'Open shop 1' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', 'shop-1');
  expect(await headOf(page)).toBe(head);
  const fork = page.locator('[data-world-row^="fork-"]');
  await fork.getByRole('button', { name: /Archive/ }).click();
  await fork.getByRole('button', { name: 'Delete Without mugs …' }).click();
  await fork.getByRole('button', { name: 'Delete Without mugs for good' }).click();
  await expect(fork).toHaveCount(0);
  expect(complaints).toEqual([]);
});
