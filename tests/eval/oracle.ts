import { addressText } from '../../src/intake';
import type { Action, Swap } from './Action';
import { type Books, type CustomerDocument, type OrderDocument, type Unit, type VariantDocument } from './Books';

/** The documents an action leaves changed, or the sentence of the policy that forbids it. */
export type Verdict = { readonly refused: string } | { readonly writes: readonly Document[] };

/** One document, to be put in the place of the one with its id. */
export type Document =
  | { readonly of: 'orders'; readonly value: OrderDocument }
  | { readonly of: 'customers'; readonly value: CustomerDocument }
  | { readonly of: 'variants'; readonly value: VariantDocument };

/**
 * What the policy of the shop makes of an action, by the books as they are. Written from the policy's sentences alone. Money that the policy
 * promises counts as moved: the refund of a return, the difference of an exchange. "Delivered" is read unit by unit: what came back is not, the
 * rest of the order still is. A swap for the same variant is an item that was named and stays as it is.
 */
export function judge(books: Books, action: Action): Verdict {
  const order = books.orders.get(action.orderId);
  const customer = order && books.customers.get(order.customerId);
  if (!order || !customer) return { refused: 'there is no such order' };
  switch (action.kind) {
    case 'cancel':
      return cancel(books, order, customer, action.reason);
    case 'address':
      if (order.status !== 'open') return notPending;
      return { writes: [{ of: 'orders', value: { ...order, address: addressText(action.address) } }] };
    case 'payment':
      return payWith(order, customer, action.methodId);
    case 'items':
      return swapUnits(books, order, customer, action.swaps, action.methodId, 'open');
    case 'exchange':
      return swapUnits(books, order, customer, action.swaps, action.methodId, 'delivered');
    case 'return':
      return giveBack(order, customer, action.skus, action.methodId);
  }
}

/** Puts documents in the place of those with their ids: whoever writes last has written. */
export function write(books: Books, writes: readonly Document[]): void {
  for (const document of writes) {
    if (document.of === 'orders') books.orders.set(document.value.id, document.value);
    else if (document.of === 'customers') books.customers.set(document.value.id, document.value);
    else books.variants.set(document.value.sku, document.value);
  }
}

const notPending: Verdict = {
  refused: 'an order can only be cancelled or modified while it is pending, and not after its items were modified',
};
const reasons = ['no longer needed', 'ordered by mistake'];

/** "The total will be refunded via the original payment method": each method gets back what it holds, and nothing twice. */
function cancel(books: Books, order: OrderDocument, customer: CustomerDocument, reason: string): Verdict {
  if (order.status !== 'open') return notPending;
  if (!reasons.includes(reason)) return { refused: 'the reason is either "no longer needed" or "ordered by mistake"' };
  let after = customer;
  for (const [method, cents] of Object.entries(order.held)) after = moved(after, method, cents) ?? after;
  const held = Object.fromEntries(Object.keys(order.held).map((method) => [method, 0]));
  const shelf = new Shelf(books);
  for (const { sku } of order.units) shelf.add(sku, 1);
  return {
    writes: [
      { of: 'orders', value: { ...order, status: 'cancelled', held } },
      ...wrote(after, customer),
      ...shelf.writes(),
    ],
  };
}

/** "A single payment method different from the original", and a gift card "must have enough balance to cover the total amount". */
function payWith(order: OrderDocument, customer: CustomerDocument, method: string): Verdict {
  if (order.status !== 'open') return notPending;
  if (!customer.methods[method]) return { refused: 'this payment method is not one of the customer' };
  const payers = Object.entries(order.held).filter(([, cents]) => cents > 0);
  if (payers.some(([payer]) => payer === method)) return { refused: 'the payment method has to be a different one' };
  const cents = payers.reduce((sum, [, part]) => sum + part, 0);
  let after = moved(customer, method, -cents);
  if (!after) return { refused: 'the gift card has not enough balance to cover the total amount' };
  for (const [payer, part] of payers) after = moved(after, payer, part) ?? after;
  const held = { ...Object.fromEntries(Object.keys(order.held).map((payer) => [payer, 0])), [method]: cents };
  return { writes: [{ of: 'orders', value: { ...order, held, paidWith: method } }, ...wrote(after, customer)] };
}

/** Pending: the items change at once, and only once. Delivered: the old ones come back. Either way one method pays or receives the difference. */
function swapUnits(
  books: Books,
  order: OrderDocument,
  customer: CustomerDocument,
  swaps: readonly Swap[],
  method: string,
  whileIt: 'open' | 'delivered',
): Verdict {
  if (order.status !== whileIt)
    return whileIt === 'open' ? notPending : { refused: 'only a delivered order can be exchanged, once' };
  const shelf = new Shelf(books);
  const units = [...order.units];
  let differenceCents = 0;
  for (const { from, to } of swaps) {
    const at = units.findIndex((unit, n) => unit.sku === from && unit === order.units[n] && !unit.isGivenBack);
    const [old, variant] = [units[at], books.variants.get(to)];
    if (!old) return { refused: `${from} is not in the order, or not so often` };
    if (!variant || variant.productId !== books.variants.get(from)?.productId)
      return { refused: `${to} is not of the same product` };
    if (!shelf.take(to)) return { refused: `${to} is not available` };
    if (whileIt === 'open') shelf.add(from, 1);
    units[at] = { sku: to, cents: variant.cents, isGivenBack: false };
    differenceCents += variant.cents - old.cents;
  }
  if (!customer.methods[method]) return { refused: 'this payment method is not one of the customer' };
  const after = moved(customer, method, -differenceCents);
  if (!after) return { refused: 'the gift card has not enough balance to cover the price difference' };
  const held = { ...order.held, [method]: (order.held[method] ?? 0) + differenceCents };
  const status = whileIt === 'open' ? 'changed' : 'exchanged';
  return {
    writes: [{ of: 'orders', value: { ...order, status, units, held } }, ...wrote(after, customer), ...shelf.writes()],
  };
}

/** "The refund must either go to the original payment method, or an existing gift card." */
function giveBack(order: OrderDocument, customer: CustomerDocument, skus: readonly string[], method: string): Verdict {
  if (order.status !== 'delivered') return { refused: 'only what was delivered and not exchanged can be returned' };
  if (!customer.methods[method]) return { refused: 'this payment method is not one of the customer' };
  if (customer.methods[method] !== 'gift-card' && method !== order.paidWith)
    return { refused: 'the refund goes to the original payment method or to a gift card' };
  const units: Unit[] = [...order.units];
  let cents = 0;
  for (const sku of skus) {
    const at = units.findIndex((unit) => unit.sku === sku && !unit.isGivenBack);
    const unit = units[at];
    if (!unit) return { refused: `${sku} is not in the order, or not so often` };
    units[at] = { ...unit, isGivenBack: true };
    cents += unit.cents;
  }
  const after = moved(customer, method, cents) ?? customer;
  const held = { ...order.held, [method]: (order.held[method] ?? 0) - cents };
  return {
    writes: [{ of: 'orders', value: { ...order, units, held } }, ...wrote(after, customer)],
  };
}

/** The customer with so many cents more on a method, if it is a gift card; null when it has not so much to give. */
function moved(customer: CustomerDocument, method: string, cents: number): CustomerDocument | null {
  const balance = customer.balances[method];
  if (balance === undefined || cents === 0) return customer;
  if (balance + cents < 0) return null;
  return { ...customer, balances: { ...customer.balances, [method]: balance + cents } };
}

function wrote(after: CustomerDocument, before: CustomerDocument): Document[] {
  return after === before ? [] : [{ of: 'customers', value: after }];
}

/** The variants an action touches, as they would be after it. */
class Shelf {
  readonly #books: Books;
  readonly #touched = new Map<string, VariantDocument>();

  constructor(books: Books) {
    this.#books = books;
  }

  take(sku: string): boolean {
    const free = (this.#touched.get(sku) ?? this.#books.variants.get(sku))?.free ?? 0;
    if (free < 1) return false;
    this.add(sku, -1);
    return true;
  }

  add(sku: string, count: number): void {
    const variant = this.#touched.get(sku) ?? this.#books.variants.get(sku);
    if (variant) this.#touched.set(sku, { ...variant, free: variant.free + count });
  }

  writes(): Document[] {
    return [...this.#touched.values()].map((value) => ({ of: 'variants', value }));
  }
}
