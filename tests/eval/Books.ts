import { addressText, type ShopRecords } from '../../src/intake';

/** An order as its document says it. */
export interface OrderDocument {
  readonly id: string;
  readonly customerId: string;
  /** `changed`: open, and its items were modified. `exchanged`: delivered, and units of it were exchanged. */
  readonly status: 'open' | 'changed' | 'shipped' | 'delivered' | 'exchanged' | 'cancelled';
  /** Every unit by itself, at the price it was bought for. */
  readonly units: readonly Unit[];
  /** Money by method: what was paid with it for this order, less what went back to it; in cents. */
  readonly held: Readonly<Record<string, number>>;
  /** The method that paid first: where money of a return may go besides gift cards. */
  readonly paidWith: string;
  readonly address: string;
}

/** One piece of a variant. */
export interface Unit {
  readonly sku: string;
  readonly cents: number;
  /** On its way to the shop, and its money to the customer. */
  readonly isGivenBack: boolean;
}

/** What a customer can pay with, and what is left on each gift card in cents. */
export interface CustomerDocument {
  readonly id: string;
  readonly methods: Readonly<Record<string, 'card' | 'paypal' | 'gift-card'>>;
  readonly balances: Readonly<Record<string, number>>;
}

/** A variant on the shelf: `free` is what nobody has ordered. */
export interface VariantDocument {
  readonly sku: string;
  readonly productId: string;
  readonly cents: number;
  readonly free: number;
}

/** The whole shop as documents, each replaced as a whole and never edited. */
export interface Books {
  readonly orders: Map<string, OrderDocument>;
  readonly customers: Map<string, CustomerDocument>;
  readonly variants: Map<string, VariantDocument>;
}

/** The books of a world file, on the day it was written. */
export function openBooks(world: ShopRecords): Books {
  const needed = new Map<string, number>();
  for (const { value } of world.orders) {
    if (value.status !== 'open') continue;
    for (const { sku, qty } of value.items) needed.set(sku, (needed.get(sku) ?? 0) + qty);
  }
  return {
    orders: new Map(world.orders.map(({ value }) => [value.id, orderDocument(value)])),
    customers: new Map(
      world.customers.map(({ value: { id, paymentMethods } }) => {
        const methods = Object.fromEntries(paymentMethods.map((method) => [method.id, method.kind]));
        const cards = paymentMethods.flatMap((method) =>
          method.kind === 'gift-card' ? [[method.id, method.balanceCents] as const] : [],
        );
        return [id, { id, methods, balances: Object.fromEntries(cards) }];
      }),
    ),
    variants: new Map(
      world.variants.map(({ value: { sku, productId, priceCents, stock } }) => {
        return [sku, { sku, productId, cents: priceCents, free: stock - (needed.get(sku) ?? 0) }];
      }),
    ),
  };
}

function orderDocument(order: ShopRecords['orders'][number]['value']): OrderDocument {
  const held: Record<string, number> = {};
  for (const { kind, methodId, cents } of order.payments) {
    held[methodId] = (held[methodId] ?? 0) + (kind === 'payment' ? cents : -cents);
  }
  return {
    id: order.id,
    customerId: order.customerId,
    status: order.status,
    units: order.items.flatMap(({ sku, qty, unitCents }) =>
      Array.from({ length: qty }, () => ({ sku, cents: unitCents, isGivenBack: false })),
    ),
    held,
    paidWith: order.payments[0]?.methodId ?? '',
    address: order.address ? addressText(order.address) : '',
  };
}
