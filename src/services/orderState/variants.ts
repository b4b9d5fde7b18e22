import type { Sku, VariantChange, VariantChanged, WantedItem } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import { totalOf, type Order, type OrderBook, type OrderLine } from './OrderBook';

/** What an order would be with other variants in it, and what that takes. */
export interface Swap {
  readonly changes: VariantChanged[];
  readonly totalCents: number;
  /** How much more the order costs; below zero when it costs less. */
  readonly differenceCents: number;
  /** The new units, each sku once. */
  readonly wants: readonly WantedItem[];
}

/** Ways in which an exchange and a change of items differ. */
export interface SwapRules {
  readonly sameVariant: boolean;
  /** True when a unit of the same variant is a new piece; otherwise it just stays. */
  readonly replacesSame: boolean;
  /** True when the new units are set aside already. */
  readonly held: boolean;
}

/** Works out other variants of the same products at today's prices, or says which rule stands against it. */
export function swapVariants(
  book: OrderBook,
  order: Order,
  asked: readonly VariantChange[],
  rules: SwapRules,
): Swap | Refusal {
  let lines = order.lines;
  const changes: VariantChanged[] = [];
  for (const change of asked) {
    const no = refuseChange(book, order, lines, change, rules);
    if (no) return no;
    const changed = atTodaysPrice(book, order, change);
    changes.push(changed);
    lines = swapped(lines, changed);
  }
  const wants = sumUp(changes.filter(({ sku, newSku }) => rules.replacesSame || sku !== newSku));
  const missing = rules.held ? undefined : wants.find(({ sku, qty }) => (book.available.get(sku) ?? 0) < qty);
  if (missing) return refuse('not-available', `${missing.qty} × ${missing.sku} are not available`);
  const totalCents = totalOf(lines);
  return { changes, totalCents, differenceCents: totalCents - order.totalCents, wants };
}

/** The lines after a change: what is given away leaves its line, what comes joins the line of its sku. */
export function swapped(lines: Order['lines'], { sku, qty, newSku, unitCents }: VariantChanged): Order['lines'] {
  if (sku === newSku) return lines;
  const after = new Map(lines);
  const from = lines.get(sku);
  const to = lines.get(newSku) ?? { qty: 0, unitCents, refundedQty: 0 };
  if (from && from.qty > qty) after.set(sku, { ...from, qty: from.qty - qty });
  else after.delete(sku);
  return after.set(newSku, { ...to, qty: to.qty + qty });
}

function refuseChange(
  book: OrderBook,
  { orderId }: Order,
  lines: Order['lines'],
  { sku, qty, newSku }: VariantChange,
  { sameVariant }: SwapRules,
): Refusal | undefined {
  const line = lines.get(sku);
  if (!line) return refuse('not-in-order', `${sku} is not in order ${orderId}`);
  if (qty > free(line)) return refuse('not-so-many', `order ${orderId} has ${free(line)} × ${sku} that can be changed`);
  const [old, next] = [book.prices.get(sku), book.prices.get(newSku)];
  if (!next) return refuse('unknown-sku', `the shop does not sell ${newSku}`);
  if (sku === newSku)
    return sameVariant ? undefined : refuse('same-variant', `${sku} is what order ${orderId} has already`);
  if (old?.product !== next.product) return refuse('other-product', `${newSku} is not a variant of what ${sku} is`);
  const there = lines.get(newSku);
  if (there && there.unitCents !== todaysCents(book, newSku)) {
    return refuse('other-price', `order ${orderId} has ${newSku} at another price than today's: order it by itself`);
  }
  return undefined;
}

function free({ qty, refundedQty }: OrderLine): number {
  return qty - refundedQty;
}

function atTodaysPrice(book: OrderBook, { lines }: Order, change: VariantChange): VariantChanged {
  const oldUnitCents = lines.get(change.sku)?.unitCents ?? todaysCents(book, change.sku);
  // A unit that stays what it is keeps its price.
  return {
    ...change,
    oldUnitCents,
    unitCents: change.sku === change.newSku ? oldUnitCents : todaysCents(book, change.newSku),
  };
}

/** What a sku costs today, sale included. */
export function todaysCents({ prices }: OrderBook, sku: Sku): number {
  const price = prices.get(sku);
  return price ? (price.saleCents ?? price.priceCents) : 0;
}

function sumUp(changes: readonly VariantChanged[]): readonly WantedItem[] {
  const sums = new Map<Sku, number>();
  for (const { newSku, qty } of changes) sums.set(newSku, (sums.get(newSku) ?? 0) + qty);
  return [...sums].map(([sku, qty]) => ({ sku, qty }));
}
