import { AppError, derivedId, type Currency } from '../../kernel';
import type { ImportAct, ImportedOrder, ImportedProduct } from '../ImportAct';
import { checkRecords } from './checkRecords';
import { orderPrint, policyPrint, productPrint, type ImportIndex } from './ImportIndex';
import type { Entry, ShopRecords, Skipped } from './ShopRecords';
import type { CatalogueVariant, FileAddress, FileCustomer, FileOrder } from './ShopWorld';

/** One part of an import, ready to be handed in. The same part has the same id: handing it in twice is handing it in once. */
export interface ImportStep {
  readonly inputId: string;
  readonly act: ImportAct;
  /** How many things it brings. */
  readonly count: number;
}

/** What an import would do, before anything is done. */
export interface ImportPlan {
  readonly source: string;
  readonly currency: Currency;
  /** What is new, and will be handed in. */
  readonly fresh: { readonly customers: number; readonly products: number; readonly orders: number };
  /** What is in the shop already, exactly as the file says. */
  readonly known: number;
  readonly skipped: readonly Skipped[];
  readonly steps: readonly ImportStep[];
}

const stepSize = 100;

/**
 * Plans an import: what is new goes in, what is there already stays, what contradicts the file or the shop is named and left out.
 *
 * @param importId names the file.
 * @throws InvalidInput when the file counts in another currency than the shop's prices.
 */
export function planImport(raw: ShopRecords, index: ImportIndex, importId: string): ImportPlan {
  const currency = raw.currency ?? index.currency;
  if (currency !== index.currency && index.products.size > 0) {
    throw new AppError(
      'InvalidInput',
      `The file counts in ${currency} and this shop in ${index.currency}. Open it as a new shop.`,
    );
  }
  const records = checkRecords(raw, {
    hasCustomer: (id) => index.customers.has(id),
    hasSku: (sku) => index.products.has(sku),
  });
  const skipped: Skipped[] = [...records.skipped];
  let known = 0;

  /** What the shop does not have; what it has otherwise than the file says is named. */
  function fresh<T>(
    entries: readonly Entry<T>[],
    what: string,
    idOf: (value: T) => string,
    sameAs: (value: T) => boolean | null,
  ) {
    return entries.flatMap(({ line, value }): T[] => {
      const same = sameAs(value);
      if (same === null) return [value];
      if (same) known += 1;
      else {
        const because = `the shop has a ${what} with this id that came in otherwise. Nothing of it was changed`;
        skipped.push({ line, what: `${what} ${idOf(value)}`, because });
      }
      return [];
    });
  }
  const compare = (before: string | undefined, now: () => string) => (before === undefined ? null : before === now());

  const customers = fresh(
    records.customers,
    'customer',
    ({ id }) => id,
    (one) => sameCustomer(one, index),
  );
  const variants = fresh(
    records.variants,
    'product',
    ({ sku }) => sku,
    (one) => compare(index.products.get(one.sku), () => productPrint(productOf(one))),
  );
  const orders = fresh(
    records.orders,
    'order',
    ({ id }) => id,
    (one) => compare(index.orders.get(one.id), () => orderPrint(orderOf(one))),
  );
  // A customer that is known may have a method more; an import that was stopped may have brought products and not yet counted them.
  const methods = records.customers
    .filter(({ value }) => sameCustomer(value, index) !== false)
    .flatMap(({ value }) => methodsOf(value))
    .filter(({ methodId }) => !index.methods.has(methodId));
  const counts = records.variants
    .map(({ value: { sku, stock } }) => ({ sku, onHand: stock }))
    .filter(({ sku, onHand }) => onHand > 0 && !index.counted.has(sku));
  const policies = records.policy.filter((one) => index.policies.get(one.name) !== policyPrint(one));

  const steps: ImportStep[] = [
    ...(currency === index.currency
      ? []
      : [{ key: currency, act: { kind: 'importCurrency', currency } as const, count: 0 }]),
    ...policies.map((policy) => ({
      key: policyPrint(policy),
      act: { kind: 'importPolicy', policy } as const,
      count: 0,
    })),
    ...parts(
      variants.map(productOf),
      ({ sku }) => sku,
      (products) => ({ kind: 'importProducts', importId, products }),
    ),
    ...parts(
      counts,
      ({ sku }) => sku,
      (part) => ({ kind: 'importStock', importId, counts: part }),
    ),
    ...parts(
      customers.map(customerOf),
      ({ customerId }) => customerId,
      (part) => ({ kind: 'importCustomers', importId, customers: part }),
    ),
    ...parts(
      methods,
      ({ methodId }) => methodId,
      (part) => ({ kind: 'importMethods', importId, methods: part }),
    ),
    ...parts(
      orders.map(orderOf),
      ({ orderId }) => orderId,
      (part) => ({ kind: 'importOrders', importId, orders: part }),
    ),
  ].map(({ key, act, count }) => ({ inputId: derivedId('file', `${importId}|${act.kind}`, key), act, count }));
  return {
    source: raw.source,
    currency,
    fresh: { customers: customers.length, products: variants.length, orders: orders.length },
    known,
    skipped: skipped.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    steps,
  };
}

function parts<T>(all: readonly T[], idOf: (one: T) => string, act: (part: readonly T[]) => ImportAct) {
  const found: { key: string; act: ImportAct; count: number }[] = [];
  for (let from = 0; from < all.length; from += stepSize) {
    const part = all.slice(from, from + stepSize);
    found.push({ key: part.map(idOf).join(' '), act: act(part), count: part.length });
  }
  return found;
}

/** Null when the shop does not know them. What was forgotten cannot contradict anything. */
function sameCustomer({ id, name, email }: FileCustomer, { customers }: ImportIndex): boolean | null {
  const known = customers.get(id);
  if (!known) return null;
  return (known.name ?? name) === name && (known.email ?? email).toLowerCase() === email.toLowerCase();
}

function customerOf({ id, name, email, address }: FileCustomer) {
  const postal = address ? { postal: addressText(address) } : {};
  return { customerId: id, profile: { name, address: email, ...postal } };
}

function methodsOf({ id, paymentMethods }: FileCustomer) {
  return paymentMethods.map((method) => ({
    customerId: id,
    methodId: method.id,
    kind: method.kind,
    label: method.label || method.id,
    openingCents: method.kind === 'gift-card' ? method.balanceCents : 0,
  }));
}

function productOf(variant: CatalogueVariant): ImportedProduct {
  const { sku, title, description, priceCents, lowStockAt, productId, options } = variant;
  return { sku, title, description, priceCents, lowStockAt, productId, options };
}

function orderOf(order: FileOrder): ImportedOrder {
  const { id, customerId, status, items, payments, placedAt, deliveredAt, address } = order;
  return {
    orderId: id,
    customerId,
    status: status === 'open' ? 'placed' : status,
    items,
    moves: payments.map(({ kind, methodId, cents }) => ({
      kind: kind === 'payment' ? 'charge' : 'refund',
      methodId,
      cents,
    })),
    placedAt,
    deliveredAt,
    address: address ? addressText(address) : null,
  };
}

/** An address as it stands on a parcel. */
export function addressText({ line1, line2, city, region, postcode, country }: FileAddress): string {
  return [line1, line2, [postcode, city].join(' '), region, country].filter((line) => line.trim() !== '').join('\n');
}
