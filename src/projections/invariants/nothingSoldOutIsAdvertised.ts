import type { Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

/** The article's example: a "new product" post must not go out for what has just sold out. */
export const nothingSoldOutIsAdvertised = defineInvariant<Map<Sku, number>>({
  id: 'INV6',
  says: 'No post goes out and no promotion starts or resumes for something of which none is available.',
  open: () => new Map(),
  check(available, event) {
    switch (event.type) {
      case 'InventoryUpdated':
        available.set(event.data.sku, event.data.available);
        return null;
      case 'StockReserved':
      case 'StockReleased':
        for (const item of event.data.items) available.set(item.sku, item.available);
        return null;
      case 'PostPublished':
      case 'PromotionStarted':
      case 'PromotionResumed': {
        const { sku } = event.data;
        return (available.get(sku) ?? 0) > 0 ? null : `${sku} is advertised, and none is available`;
      }
      default:
        return null;
    }
  },
});
