import { expect, test } from 'vitest';
import { foldInvariants, lights, lightsAt, openInvariants } from './invariants';
import { tellHistory } from './told/tellHistory';

test('[INV0] a light that is out now was on before the event that broke it', () => {
  const { tell, events } = tellHistory();
  const level = { onHand: 6, reserved: 0, available: 6, returned: 0 };
  tell('StockReceiptReported', { sku: 'MUG-1', qty: 5, reorderId: null });
  tell('InventoryUpdated', { sku: 'MUG-1', qty: 5, because: 'received', orderId: null, ...level });
  const now = lights(events.reduce(foldInvariants, openInvariants()));
  const brokenAt = now[0]?.brokenAt ?? 0;
  expect(brokenAt).toBe(events.at(-1)?.position);
  expect(lightsAt(brokenAt - 1, now)[0]).toMatchObject({ ok: true, because: null, brokenAt: null });
  expect(lightsAt(brokenAt, now)).toEqual(now);
});
