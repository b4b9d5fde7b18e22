import { canonicalJson, sha256Hex, type Currency } from '../../kernel';
import type { Policy, TakenOver, WorldEvent } from '../../contracts';
import type { ImportedProduct } from '../ImportAct';

/** What a shop has by now, as far as a file can add to it or contradict it. Plain data: it goes from thread to thread. */
export interface ImportIndex {
  readonly currency: Currency;
  /** What each was when it came in, as a fingerprint; empty for orders that were placed here. */
  readonly products: ReadonlyMap<string, string>;
  readonly orders: ReadonlyMap<string, string>;
  /** Skus whose stock was ever said. */
  readonly counted: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly policies: ReadonlyMap<string, string>;
  /** Customers by id, with name and mail address as far as these were not forgotten. */
  readonly customers: ReadonlyMap<string, { readonly name: string | null; readonly email: string | null }>;
}

/** The index of a shop, grown event by event; `customers` are noticed without names, which lie beside the log. */
export interface GrowingIndex extends ImportIndex {
  currency: Currency;
  readonly products: Map<string, string>;
  readonly orders: Map<string, string>;
  readonly counted: Set<string>;
  readonly methods: Set<string>;
  readonly policies: Map<string, string>;
  readonly customers: Map<string, { readonly name: string | null; readonly email: string | null }>;
}

/** The index of a shop in which nothing happened. */
export function openIndex(currency: Currency): GrowingIndex {
  return {
    currency,
    products: new Map(),
    orders: new Map(),
    counted: new Set(),
    methods: new Set(),
    policies: new Map(),
    customers: new Map(),
  };
}

/** Folds one event. What a thing was when it came in counts, not what became of it: a file tells of the past. */
export function indexEvent(index: GrowingIndex, event: WorldEvent): void {
  switch (event.type) {
    case 'NewProduct':
      index.products.set(event.data.sku, productPrint(event.data));
      return;
    case 'InventoryUpdated':
      index.counted.add(event.data.sku);
      return;
    case 'OrderPlaced':
      index.orders.set(event.data.orderId, '');
      return;
    case 'OrderTakenOver':
      index.orders.set(event.data.orderId, orderPrint(event.data));
      return;
    case 'CustomerRegistered':
      index.customers.set(event.data.customerId, { name: null, email: null });
      return;
    case 'PaymentMethodAdded':
      index.methods.add(event.data.methodId);
      return;
    case 'PolicySet':
      index.policies.set(event.data.policy.name, policyPrint(event.data.policy));
      return;
    case 'CurrencySet':
      index.currency = event.data.currency;
      return;
    default:
  }
}

/** Equal for products that are the same to a customer. */
export function productPrint({ sku, title, description, priceCents, productId, options }: Printable): string {
  return print({ sku, title, description, priceCents, productId: productId ?? '', options: options ?? {} });
}

type Printable = Pick<ImportedProduct, 'sku' | 'title' | 'description' | 'priceCents'> & {
  readonly productId?: string | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
};

/** Equal for orders of the same customer, goods, money and moments. Where it went is a person's own and stays out. */
export function orderPrint(order: Omit<TakenOver, 'address'>): string {
  const { orderId, customerId, status, items, moves, placedAt, deliveredAt } = order;
  return print({ orderId, customerId, status, items, moves, placedAt, deliveredAt });
}

/** Equal for the same rule with the same values. */
export function policyPrint(policy: Policy): string {
  return canonicalJson(policy);
}

function print(value: object): string {
  return sha256Hex(canonicalJson(value)).slice(0, 20);
}
