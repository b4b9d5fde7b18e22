import { sha256Hex, seededRandom, type Random } from '../../../kernel';
import { worldFormat } from '../ShopWorld';
import { idFrom } from '../shopify/idFrom';
import type { RetailFiles } from './RetailFiles';

/** The seed from which moments and stock are made unless somebody says otherwise. */
export const retailSeed = 2026;
/** The morning on which a new shop opens; all that is converted happened before it. */
const opensAt = Date.UTC(2026, 2, 2, 9);
const dayMs = 86_400_000;

/**
 * The retail data as a world file. It has neither moments nor stock: both are made from the seed, each from its own id, so that the same data
 * gives the same file and one more order changes no other. Delivered orders arrived within the last three weeks; a variant that was
 * available has at least six pieces beyond what open orders need, one that was not has none.
 */
export function convertRetail({ users, products, orders }: RetailFiles, seed = retailSeed): object {
  const needed = new Map<string, number>();
  for (const order of Object.values(orders)) {
    if (order.status !== 'pending') continue;
    for (const { item_id } of order.items) needed.set(item_id, (needed.get(item_id) ?? 0) + 1);
  }
  return {
    ...worldFormat,
    currency: 'USD',
    policy: [{ name: 'cancel-reasons', reasons: ['no-longer-needed', 'ordered-by-mistake'] }],
    customers: Object.entries(users).map(([id, user]) => ({
      id,
      name: `${user.name.first_name} ${user.name.last_name}`,
      email: user.email,
      address: addressOf(user.address),
      paymentMethods: Object.values(user.payment_methods).map(methodOf),
    })),
    products: Object.values(products).map(({ name, product_id, variants }) => ({
      id: product_id,
      title: name,
      variants: Object.values(variants).map(({ item_id, options, available, price }) => {
        const spare = available ? 6 + Math.floor(chanceOf(seed, item_id)() * 30) : 0;
        const stock = (needed.get(item_id) ?? 0) + spare;
        return { sku: item_id, options, priceCents: centsOf(price), stock, lowStockAt: 3 };
      }),
    })),
    orders: Object.values(orders).map((order) => {
      const when = momentsOf(order.status, chanceOf(seed, order.order_id));
      return {
        id: idFrom(order.order_id),
        customerId: order.user_id,
        ...when,
        status: statusOf[order.status],
        address: addressOf(order.address),
        items: itemsOf(order.items),
        payments: order.payment_history.map(({ transaction_type, amount, payment_method_id }) => ({
          kind: transaction_type,
          methodId: payment_method_id,
          cents: centsOf(amount),
          at: transaction_type === 'refund' ? (when.cancelledAt ?? when.placedAt) : when.placedAt,
        })),
      };
    }),
  };
}

// `processed` is packed and has its parcel number: nothing about it can be changed any more.
const statusOf = { pending: 'open', processed: 'shipped', delivered: 'delivered', cancelled: 'cancelled' } as const;

function momentsOf(status: keyof typeof statusOf, chance: Random) {
  const days = (from: number, to: number) => (from + chance() * (to - from)) * dayMs;
  const iso = (at: number) => new Date(Math.floor(at)).toISOString();
  const arrived = opensAt - days(1, 21);
  const shipped = status === 'delivered' ? arrived - days(2, 5) : opensAt - days(0.2, 2);
  const placed = status === 'pending' ? opensAt - days(0.1, 3) : shipped - days(1, 3);
  return {
    placedAt: iso(placed),
    ...(status === 'delivered' || status === 'processed' ? { shippedAt: iso(shipped) } : {}),
    ...(status === 'delivered' ? { deliveredAt: iso(arrived) } : {}),
    ...(status === 'cancelled' ? { cancelledAt: iso(placed + days(0.1, 0.9)) } : {}),
  };
}

/** The same item twice is one line of two. */
function itemsOf(items: readonly { readonly item_id: string; readonly price: number }[]) {
  const lines = new Map<string, { sku: string; qty: number; unitCents: number }>();
  for (const { item_id: sku, price } of items) {
    lines.set(sku, { sku, qty: (lines.get(sku)?.qty ?? 0) + 1, unitCents: centsOf(price) });
  }
  return [...lines.values()];
}

function methodOf(method: RetailFiles['users'][string]['payment_methods'][string]) {
  switch (method.source) {
    case 'gift_card':
      return { id: method.id, kind: 'gift-card', balanceCents: centsOf(method.balance) };
    case 'paypal':
      return { id: method.id, kind: 'paypal' };
    case 'credit_card':
      return { id: method.id, kind: 'card', label: `${method.brand} ${method.last_four}` };
  }
}

function addressOf({ address1, address2, city, state, zip, country }: RetailFiles['users'][string]['address']) {
  return { line1: address1, line2: address2, city, region: state, postcode: zip, country };
}

function chanceOf(seed: number, id: string): Random {
  return seededRandom(Number.parseInt(sha256Hex(`${seed}|${id}`).slice(0, 8), 16));
}

/** Amounts there are decimal numbers with two places: rounding takes back what binary adds. */
function centsOf(amount: number): number {
  return Math.round(amount * 100);
}
