import type { LabProduct } from '../scenario/Scenario';

/** An order as the customer, the bank and the shelf know it: not what anybody in the shop believes. */
interface RealOrder {
  readonly sku: string;
  readonly qty: number;
  readonly cents: number;
  readonly takenMs: number;
  promised: boolean;
  backCents: number;
  shipped: boolean;
  delivered: boolean;
  cancelled: boolean;
}

/** What must not happen, as it happened. */
export interface Trouble {
  readonly says: string;
  readonly about: readonly string[];
}

/**
 * What is really so: goods on the shelf, money, promises, what stands in public. The agents act on it and do not see it whole; it is the
 * lab's referee, and says at once when something went wrong.
 */
export class Outside {
  readonly shelf = new Map<string, number>();
  readonly orders = new Map<string, RealOrder>();
  readonly mails = new Map<string, { readonly sinceMs: number; answered: boolean }>();
  readonly #unpacked = new Set<string>();
  oversold = 0;
  leakedCents = 0;
  untrue = 0;

  constructor(
    products: readonly LabProduct[],
    private readonly nowMs: () => number,
    private readonly trouble: (trouble: Trouble) => void,
  ) {
    for (const { sku, qty } of products) this.shelf.set(sku, qty);
  }

  /** Units of a sku that are on the shelf and promised to nobody. */
  free(sku: string): number {
    let promised = 0;
    for (const order of this.orders.values())
      if (order.sku === sku && order.promised && !order.shipped && !order.cancelled) promised += order.qty;
    return (this.shelf.get(sku) ?? 0) - promised;
  }

  /** A customer hears that the order is set aside, or that it waits. The money is there in both cases. */
  take(order: string, sku: string, qty: number, cents: number, promised: boolean): void {
    if (this.orders.has(order)) return;
    this.orders.set(order, {
      sku,
      qty,
      cents,
      takenMs: this.nowMs(),
      promised: false,
      backCents: 0,
      shipped: false,
      delivered: false,
      cancelled: false,
    });
    if (promised) this.promise(order);
  }

  promise(id: string): void {
    const order = this.orders.get(id);
    if (!order || order.promised || order.cancelled) return;
    order.promised = true;
    const free = this.free(order.sku);
    if (free >= 0) return;
    this.oversold += Math.min(order.qty, -free);
    this.trouble({
      says: `order ${id} was promised ${order.qty} × ${order.sku}, and there is none left for it`,
      about: [`order:${id}`, `sku:${order.sku}`],
    });
  }

  /** The bank pays back; it does what it is told, as often as it is told. */
  payBack(id: string, cents: number, why: 'refund' | 'cancel'): void {
    const order = this.orders.get(id);
    if (!order) return;
    if (why === 'cancel') order.cancelled = true;
    order.backCents += cents;
    const gaveAway = why === 'cancel' && order.shipped;
    if (order.backCents <= order.cents && !gaveAway) return;
    this.leakedCents += cents;
    const says = gaveAway
      ? `order ${id} was sent and paid back as cancelled`
      : `order ${id} was paid back more than once`;
    this.trouble({ says, about: [`order:${id}`, `sku:${order.sku}`] });
  }

  /** The carrier takes the order along, if the goods are there. */
  ship(id: string): boolean {
    const order = this.orders.get(id);
    const onShelf = order ? (this.shelf.get(order.sku) ?? 0) : 0;
    if (!order || order.shipped || onShelf < order.qty) return false;
    this.shelf.set(order.sku, onShelf - order.qty);
    order.shipped = true;
    if (order.cancelled) {
      this.leakedCents += order.cents;
      this.trouble({
        says: `order ${id} was cancelled and paid back, and was sent all the same`,
        about: [`order:${id}`, `sku:${order.sku}`],
      });
    }
    return true;
  }

  /** Goods come to the shelf. */
  receive(sku: string, qty: number): void {
    this.shelf.set(sku, (this.shelf.get(sku) ?? 0) + qty);
  }

  /** A parcel that came back is opened, once. */
  unpack(order: string, sku: string, qty: number): void {
    if (this.#unpacked.has(order)) return;
    this.#unpacked.add(order);
    this.receive(sku, qty);
  }

  /** Something is said in public, or to a customer: that this can be bought. */
  offer(what: string, sku: string): void {
    if (this.free(sku) > 0) return;
    this.untrue += 1;
    this.trouble({ says: `${what}, and none is there to buy`, about: [`sku:${sku}`] });
  }
}
