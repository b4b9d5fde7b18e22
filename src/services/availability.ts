import type { Sku, WorldEvent } from '../contracts';

/** How many of each sku are available, as the Inventory service last said it. */
export type Availability = Map<Sku, number>;

/** Keeps up with what the Inventory service says. */
export function evolveAvailability(availability: Availability, event: WorldEvent): void {
  for (const { sku, available } of levelsIn(event)) availability.set(sku, available);
}

/** True when at least one can be sold. */
export function hasAvailable(availability: Availability, sku: Sku): boolean {
  return (availability.get(sku) ?? 0) > 0;
}

function levelsIn(event: WorldEvent): readonly { readonly sku: Sku; readonly available: number }[] {
  switch (event.type) {
    case 'InventoryUpdated':
      return [event.data];
    case 'StockReserved':
    case 'StockReleased':
      return event.data.items;
    default:
      return [];
  }
}
