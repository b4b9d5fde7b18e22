import type { Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

/** Conservation of goods: nothing appears, nothing vanishes. */
export const onHandAddsUp = defineInvariant<Map<Sku, number>>({
  id: 'INV1',
  says: 'On hand is what was received or came back, less what was shipped or written off, or what was counted; never below zero.',
  open: () => new Map(),
  check(onHand, event) {
    if (event.type !== 'InventoryUpdated') return null;
    const { sku, because, qty } = event.data;
    const before = onHand.get(sku) ?? 0;
    // A count can go either way: which, only its own number says.
    const counted = event.data.onHand < before ? -qty : qty;
    const expected = before + { ...moves(qty), counted }[because];
    onHand.set(sku, expected);
    if (expected < 0) return `${sku} has ${expected} on hand after ${qty} ${because}`;
    if (event.data.onHand === expected) return null;
    return `${sku} should have ${expected} on hand after ${qty} ${because}, the event says ${event.data.onHand}`;
  },
});

/** How on hand moves for each reason: what is announced has not arrived, and what came back damaged never reaches the shelf. */
const moves = (qty: number) => ({
  received: qty,
  returned: qty,
  shipped: -qty,
  'written-off': -qty,
  refunded: 0,
  exchanged: 0,
  damaged: 0,
});
