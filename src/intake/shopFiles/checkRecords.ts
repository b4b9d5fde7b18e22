import { canonicalJson } from '../../kernel';
import { orderFault } from './orderFault';
import type { Entry, ShopRecords, Skipped } from './ShopRecords';
import type { FileCustomer } from './ShopWorld';

/** What the open shop knows already, so that a file can refer to it. */
export interface ShopIndex {
  hasCustomer(id: string): boolean;
  hasSku(sku: string): boolean;
}

/**
 * Takes out what cannot be true: things that contradict one another, orders of nobody, of what is not sold, or whose money does not add up.
 * What depends on something that is taken out goes too, so that nothing is taken by half.
 */
export function checkRecords(records: ShopRecords, shop: ShopIndex): ShopRecords {
  const skipped: Skipped[] = [...records.skipped];
  const customers = withoutTwins(records.customers, 'customer', ({ id }) => id, skipped);
  const variants = withoutTwins(records.variants, 'variant', ({ sku }) => sku, skipped);
  const methods = withoutSharedMethods(customers, skipped);
  const people = new Map(methods.map(({ value }) => [value.id as string, value]));
  const goods = new Set<string>(variants.map(({ value }) => value.sku));

  const orders = withoutTwins(records.orders, 'order', ({ id }) => id, skipped).filter(({ line, value }) => {
    const customer = people.get(value.customerId);
    const unknown = value.items.find(({ sku }) => !goods.has(sku) && !shop.hasSku(sku));
    let because = orderFault(value, customer);
    if (!customer && !shop.hasCustomer(value.customerId))
      because = `customer ${value.customerId} is neither in the file nor in the shop`;
    else if (unknown) because = `${unknown.sku} is neither in the file nor in the shop. Import the products first`;
    if (because) skipped.push({ line, what: `order ${value.id}`, because });
    return because === null;
  });
  return { ...records, customers: methods, variants, orders, skipped };
}

/** The first of those with one key stays; an equal one after it is nothing new, a different one contradicts it. */
function withoutTwins<T>(list: readonly Entry<T>[], what: string, keyOf: (value: T) => string, skipped: Skipped[]) {
  const first = new Map<string, Entry<T>>();
  for (const entry of list) {
    const key = keyOf(entry.value);
    const known = first.get(key);
    if (!known) first.set(key, entry);
    else if (canonicalJson(known.value) !== canonicalJson(entry.value)) {
      const where = known.line === null ? 'before' : `on line ${known.line}`;
      const because = `it contradicts the ${what} of the same id ${where}. Keep one of them`;
      skipped.push({ line: entry.line, what: `${what} ${key}`, because });
    }
  }
  return [...first.values()];
}

/** Money goes back by a method's id: two customers who shared one would share money. */
function withoutSharedMethods(list: readonly Entry<FileCustomer>[], skipped: Skipped[]) {
  const owner = new Map<string, string>();
  return list.filter(({ line, value }) => {
    const taken = value.paymentMethods.find(({ id }) => owner.has(id));
    if (taken) {
      const because = `payment method ${taken.id} belongs to customer ${owner.get(taken.id)}`;
      skipped.push({ line, what: `customer ${value.id}`, because });
      return false;
    }
    for (const { id } of value.paymentMethods) owner.set(id, value.id);
    return true;
  });
}
