import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openAtNine, pickMail, settled } from './shop';

test('page, world and agents reach no other origin, neither by themselves nor when they are made to try', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*').end('hello');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, 'localhost', resolve));
  const other = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));

  await openAtNine(page);
  await pickMail(page, 'hostile-html.eml');
  await expect(page.locator('[data-mail]').first()).toHaveAttribute('data-state', /answered|escalated|filed/);
  await settled(page);
  expect([...origins]).toEqual([new URL(baseURL ?? '').origin]);

  const attempt = (url: string) =>
    fetch(url).then(
      () => 'reached',
      (error: Error) => error.name,
    );
  expect(await page.evaluate(attempt, other)).toBe('TypeError');
  expect(page.workers()).toHaveLength(4);
  for (const worker of page.workers()) expect(await worker.evaluate(attempt, other)).toBe('TypeError');
  expect(asked).toEqual([]);
  // The same request is answered where no policy forbids it: it was the policy, not the network.
  expect(await fetch(other).then((response) => response.text())).toBe('hello');
  elsewhere.close();
});

test('every file is sent with the policy, and a static host is told the same', async ({ page, request }) => {
  const policies = new Set<string | undefined>();
  page.on('response', (response) => policies.add(response.headers()['content-security-policy']));
  await page.goto('./');
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  expect(policies.size).toBe(1);
  const [policy] = policies;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(readFileSync('dist/_headers', 'utf8')).toContain(`  Content-Security-Policy: ${policy}\n`);
  // The models' thread has its own: more than the page's, and no other origin.
  const thread = readdirSync('dist/assets').find((file) => /^llm\.worker-.*\.js$/.test(file));
  const own = (await request.get(`./assets/${thread}`)).headers()['content-security-policy'];
  expect(own).toContain("connect-src 'self' blob:;");
  expect(own).toContain("worker-src 'self' blob:;");
  expect(readFileSync('dist/_headers', 'utf8')).toContain(
    `/assets/llm.worker-*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${own}`,
  );
  expect((await request.get('./no/such/file')).status()).toBe(404);
});
