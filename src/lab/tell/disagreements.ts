import type { InventoryState } from './inventory';
import type { MarketingState } from './marketing';
import type { SupportState } from './support';

/** The three private copies. */
export interface Copies {
  readonly support: SupportState;
  readonly inventory: InventoryState;
  readonly marketing: MarketingState;
}

/** The facts on which two copies disagree: `sku:MUG-1`, `order:1004`. */
export function disagreements({ support, inventory, marketing }: Copies): string[] {
  const found: string[] = [];
  for (const [sku, book] of inventory.books) {
    const available = book.onHand - book.reserved;
    const told = [support, marketing].map(({ levels }) => levels.get(sku)?.available);
    const prices = support.prices.get(sku) === marketing.prices.get(sku);
    if (told.some((level) => level !== available) || !prices) found.push(`sku:${sku}`);
  }
  for (const [id, order] of support.orders) {
    const packed = inventory.orders.get(id)?.status ?? 'unknown';
    const fits: Record<typeof order.status, readonly string[]> = {
      confirmed: ['reserved'],
      backordered: ['waiting'],
      shipped: ['shipped'],
      delivered: ['shipped'],
      cancelled: ['cancelled'],
    };
    const { expected = 0, cameBack = 0 } = inventory.orders.get(id) ?? {};
    if (!fits[order.status].includes(packed) || expected + cameBack > order.refundedQty) found.push(`order:${id}`);
  }
  for (const id of inventory.orders.keys()) if (!support.orders.has(id)) found.push(`order:${id}`);
  return found;
}
