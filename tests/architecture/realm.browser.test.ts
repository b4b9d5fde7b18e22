import { expect, test } from 'vitest';

test('the browser under test has what the house stands on', async () => {
  expect(isSecureContext).toBe(true);
  expect(await navigator.locks.request('realm', (lock) => lock?.mode)).toBe('exclusive');
  expect(crypto.randomUUID()).toMatch(/^[0-9a-f-]{36}$/);
  expect([typeof indexedDB, typeof BroadcastChannel, typeof crypto.subtle]).toEqual(['object', 'function', 'object']);
});
