import type { Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

/** Conservation of goods: nothing appears, nothing vanishes. */
export const onHandAddsUp = defineInvariant<Map<Sku, number>>({
  id: 'INV1',
  says: 'On hand is what was received, plus what came back, minus what was shipped, and never below zero.',
  open: () => new Map(),
  check(onHand, event) {
    if (event.type !== 'InventoryUpdated') return null;
    const { sku, because, qty } = event.data;
    const moved = { received: qty, returned: qty, shipped: -qty, refunded: 0 }[because];
    const expected = (onHand.get(sku) ?? 0) + moved;
    onHand.set(sku, expected);
    if (expected < 0) return `${sku} has ${expected} on hand after ${qty} ${because}`;
    if (event.data.onHand === expected) return null;
    return `${sku} should have ${expected} on hand after ${qty} ${because}, the event says ${event.data.onHand}`;
  },
});
