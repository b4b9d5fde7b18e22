import type { EventOf, Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Level {
  readonly onHand: number;
  readonly reserved: number;
}

/** The numbers that every stock event carries agree with each other and with all that was reserved and released before. */
export const levelsAgree = defineInvariant<Map<Sku, Level>>({
  id: 'INV2',
  says: 'Reserved is never below zero nor above what is on hand, and available is always on hand minus reserved.',
  open: () => new Map(),
  check(levels, event) {
    switch (event.type) {
      case 'InventoryUpdated':
        return updated(levels, event);
      case 'StockReserved':
        return held(levels, event, 1);
      case 'StockReleased':
        return held(levels, event, -1);
      default:
        return null;
    }
  },
});

function updated(levels: Map<Sku, Level>, { data }: EventOf<'InventoryUpdated'>): string | null {
  const before = levels.get(data.sku)?.reserved ?? 0;
  const level = { onHand: data.onHand, reserved: data.because === 'shipped' ? before - data.qty : before };
  levels.set(data.sku, level);
  if (data.reserved !== level.reserved) {
    return `${data.sku} should have ${level.reserved} reserved, the event says ${data.reserved}`;
  }
  return agree(data.sku, level, data.available);
}

function held(
  levels: Map<Sku, Level>,
  { data }: EventOf<'StockReserved' | 'StockReleased'>,
  sign: 1 | -1,
): string | null {
  for (const { sku, qty, available } of data.items) {
    const before = levels.get(sku) ?? { onHand: 0, reserved: 0 };
    const level = { ...before, reserved: before.reserved + sign * qty };
    levels.set(sku, level);
    const wrong = agree(sku, level, available);
    if (wrong) return wrong;
  }
  return null;
}

function agree(sku: Sku, { onHand, reserved }: Level, available: number): string | null {
  if (reserved < 0) return `${sku} has ${reserved} reserved`;
  if (reserved > onHand) return `${sku} has ${reserved} reserved of ${onHand} on hand`;
  if (available === onHand - reserved) return null;
  return `${sku} should have ${onHand - reserved} available (${onHand} − ${reserved}), the event says ${available}`;
}
