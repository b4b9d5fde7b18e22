import { expect, test } from 'vitest';
import { openWake } from './Wake';

test('[WAK1] news that came while nobody waited is not lost, and is news once', async () => {
  const wake = openWake({ pollMs: 60_000 });
  const { signal } = new AbortController();
  wake.ring();
  wake.ring();
  await wake.next(signal);
  const order: string[] = [];
  const next = wake.next(signal).then(() => order.push('woke'));
  await Promise.resolve();
  order.push('rings');
  wake.ring();
  await next;
  expect(order).toEqual(['rings', 'woke']);
});

test('[WAK2] lost news costs time, not the event: a wake comes by itself, and at once when stopped', async () => {
  await openWake({ pollMs: 1 }).next(new AbortController().signal);
  const controller = new AbortController();
  const next = openWake({ pollMs: 60_000 }).next(controller.signal);
  controller.abort();
  await next;
});
