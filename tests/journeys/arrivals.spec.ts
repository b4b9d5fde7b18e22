import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { caps } from '../../src/kernel';
import { complaintsOf, openAtNine } from './shop';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Shared with the shop' });
/** The shop that opens plays its day; what was shared is told apart by its subject. */
const inInbox = (page: Page, subject: string) => page.locator('[data-mail]', { hasText: subject });
const brokenMug = readFileSync('tests/fixtures/mails/broken-mug.eml', 'utf8');
const sharedMail = brokenMug.replace(/^Subject: .*$/m, 'Subject: Shared from elsewhere');

interface Sent {
  readonly name: string;
  readonly text: string;
  /** So often in a row: the page makes it large itself. */
  readonly times?: number;
}

/** What the system does with what another app shares: it posts a form to the address that the manifest names. */
async function share(page: Page, files: readonly Sent[], fields: Readonly<Record<string, string>> = {}) {
  const { share_target: target } = manifest();
  const landed = page.waitForEvent('load', { timeout: 60_000 });
  await page.evaluate(
    ({ files, fields, target }) => {
      const form = document.createElement('form');
      Object.assign(form, { action: target.action, method: target.method, enctype: target.enctype });
      for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement('input'), { name, value }));
      }
      const chosen = new DataTransfer();
      for (const { name, text, times = 1 } of files) chosen.items.add(new File([text.repeat(times)], name));
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true });
      input.name = target.params.files[0]?.name ?? '';
      input.files = chosen.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { files, fields, target },
  );
  await landed;
}

interface Manifest {
  readonly shortcuts: readonly { readonly url: string }[];
  readonly share_target: {
    readonly action: string;
    readonly method: string;
    readonly enctype: string;
    readonly params: { readonly files: readonly { readonly name: string }[] };
  };
}

const manifest = () => JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8')) as Manifest;

async function openControlled(page: Page): Promise<void> {
  await openAtNine(page);
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
}

test('a mail that is shared waits to be looked at, also over a reload and offline, and goes in when a person says so', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  await openControlled(page);
  await context.setOffline(true);
  await share(page, [{ name: 'broken-mug.eml', text: sharedMail }]);
  await expect(dialog(page)).toContainText('broken-mug.eml');
  await expect(dialog(page)).toContainText('a mail to the shop');

  await page.goto('./?play=off');
  await expect(dialog(page)).toBeVisible();
  await expect(inInbox(page, 'Shared from elsewhere')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Take 1 file in' }).click();
  await expect(page.locator('[data-taken]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(inInbox(page, 'Shared from elsewhere')).toHaveAttribute('data-state', 'answered');

  await page.goto('./?play=off#/log');
  await page.reload();
  await expect(page.getByRole('listbox')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('words that are shared become a mail when a person sends them; an address in them is no link', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openControlled(page);
  const words = new URLSearchParams({
    title: 'Shared words',
    text: '<b>Is</b> the harbour poster in stock?',
    url: 'https://elsewhere.example/poster',
  });
  await page.goto(`./share-target?${words}`);
  await expect(dialog(page)).toContainText('<b>Is</b> the harbour poster');
  await expect(dialog(page)).toContainText('https://elsewhere.example/poster');
  await expect(dialog(page).getByRole('link')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Make a mail of the words' }).click();
  const compose = page.getByRole('dialog', { name: 'Write as a customer' });
  await expect(compose.getByLabel('Subject')).toHaveValue('Shared words');
  await expect(inInbox(page, 'Shared words')).toHaveCount(0);
  await compose.getByRole('button', { name: 'Send mail' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(inInbox(page, 'Shared words')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('hostile parcels: names are one honest line, too many files, too much and too many parcels are refused in words', async ({
  page,
}) => {
  // More than a dozen pages open one after the other.
  test.slow();
  await openControlled(page);
  await share(page, [{ name: '\u202egpj.<img src=x onerror=alert(1)>\n__proto__.eml', text: 'x' }], {
    title: '__proto__',
    text: 'a'.repeat(caps.shared.textChars + 5),
  });
  await expect(dialog(page)).toContainText('gpj.<img src=x onerror=alert(1)>%0A__proto__.eml');
  expect(await dialog(page).innerText()).not.toContain('\u202e');
  expect((await dialog(page).locator('pre').last().innerText()).length).toBe(caps.shared.textChars);
  await dialog(page).getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const many = Array.from({ length: caps.shared.files + 1 }, (_, n) => ({ name: `${n}.eml`, text: 'x' }));
  await share(page, many);
  await expect(dialog(page)).toContainText(`at most ${caps.shared.files} files`);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await share(page, [{ name: 'large.mbox', text: 'x', times: caps.shared.bytes + 1 }]);
  await expect(dialog(page)).toContainText('larger than what can be shared');

  for (let n = 0; n < caps.shared.parcels; n++) await share(page, [{ name: `${n}.eml`, text: 'x' }]);
  await share(page, [{ name: 'one-more.eml', text: 'x' }]);
  await expect(dialog(page)).toContainText('still waiting');
  await expect(dialog(page)).toContainText(`${caps.shared.parcels} more things`);
});

test('a file that the system opens with the shop is shown first, then becomes what its name says', async ({ page }) => {
  const complaints = complaintsOf(page);
  // No system opens files with a page of a test: its queue is this one, which is filled before the page asks, as systems do.
  await page.addInitScript((text) => {
    const launch = { files: [{ getFile: () => Promise.resolve(new File([text], 'broken-mug.eml')) }] };
    const queue = { setConsumer: (consumer: (given: object) => void) => consumer(launch) };
    Object.defineProperty(window, 'launchQueue', { value: queue });
  }, sharedMail);
  await page.goto('./?play=off');
  const opened = page.getByRole('dialog', { name: 'To be opened with the shop' });
  await expect(opened).toContainText('broken-mug.eml');
  await expect(inInbox(page, 'Shared from elsewhere')).toHaveCount(0);
  await opened.getByRole('button', { name: 'Take 1 file in' }).click();
  await expect(page.locator('[data-taken]')).toHaveCount(1);
  await expect(inInbox(page, 'Shared from elsewhere')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('every shortcut leads where its name says', async ({ page }) => {
  const led: string[] = [];
  for (const { url } of manifest().shortcuts) {
    await page.goto('about:blank');
    await page.goto(url);
    await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    led.push(await page.locator('[data-shown]').getAttribute('data-shown').then(String));
    await expect(page.getByRole('dialog', { name: 'Write as a customer' })).toHaveCount(url.endsWith('/write') ? 1 : 0);
  }
  expect(led).toEqual(['shop', 'log', 'agents', 'data']);
});
