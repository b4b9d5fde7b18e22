import { seededRandom } from '../../../src/kernel';

/** How large a shop is: variants are ten to a product. */
export interface ShopSize {
  readonly products: number;
  readonly customers: number;
  readonly orders: number;
}

const variantsEach = 10;
const opensAt = Date.UTC(2026, 2, 2, 9);
const dayMs = 86_400_000;
const priceCents = 1200;

/** A world file of this size: one order in twenty is open, the others were delivered. The same size gives the same file. */
export function largeShop({ products, customers, orders }: ShopSize): object {
  const random = seededRandom(7);
  const below = (count: number) => Math.floor(random() * count);
  const iso = (at: number) => new Date(at).toISOString();
  return {
    format: 'common-ground-world',
    version: 1,
    currency: 'EUR',
    customers: Array.from({ length: customers }, (_, n) => ({
      id: `c-${n}`,
      name: `Customer ${n}`,
      email: `c${n}@example.org`,
      address: { line1: `${n} Mill Lane`, city: 'Leeds', postcode: 'LS1', country: 'UK' },
      paymentMethods: [{ id: `card-${n}`, kind: 'card', label: 'Card' }],
    })),
    products: Array.from({ length: products }, (_, n) => ({
      id: `p-${n}`,
      title: `Thing ${n}`,
      variants: Array.from({ length: variantsEach }, (_none, size) => ({
        sku: `s-${n}-${size}`,
        options: { size: String(size) },
        priceCents,
        stock: 10_000,
      })),
    })),
    orders: Array.from({ length: orders }, (_, n) => {
      const customer = below(customers);
      const placed = opensAt - (1 + below(300)) * dayMs;
      const isOpen = n % 20 === 0;
      const items = [below(products), below(products)].map((product, at) => ({
        sku: `s-${product}-${at * 5 + below(5)}`,
        qty: 1 + at,
        unitCents: priceCents,
      }));
      return {
        id: `o-${n}`,
        customerId: `c-${customer}`,
        placedAt: iso(placed),
        status: isOpen ? 'open' : 'delivered',
        ...(isOpen ? {} : { shippedAt: iso(placed + dayMs / 2), deliveredAt: iso(placed + dayMs) }),
        items,
        payments: [{ kind: 'payment', methodId: `card-${customer}`, cents: 3 * priceCents, at: iso(placed) }],
      };
    }),
  };
}
