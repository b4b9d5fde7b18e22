import { moneyMoves, type OrderId, type Sku, type WorldEvent } from '../../contracts';
import { euros } from '../../kernel';
import { defineInvariant } from './Invariant';

/** Units of one sku that cost the same. */
interface Lot {
  readonly sku: Sku;
  readonly qty: number;
  readonly unitCents: number;
}

/** What a customer has of an order and can still get money for, and what is still to be paid for it. */
interface Bought {
  readonly lots: readonly Lot[];
  readonly dueCents: number;
}

/**
 * An order's money as a whole (INV4) lets the price of a bowl go back for a spoon. Here each unit has the price it was bought at, or that
 * of the variant it was changed for, and is worth nothing once it is given up. What an event says a unit cost is not believed.
 */
export const refundWithinUnitPrice = defineInvariant<Map<OrderId, Bought>>({
  id: 'INV17',
  says: 'Money back for a unit is never more than what was paid for that very unit.',
  open: () => new Map(),
  check(orders, event) {
    switch (event.type) {
      case 'OrderPlaced':
      case 'OrderTakenOver': {
        const { orderId, items } = event.data;
        orders.set(orderId, { lots: items, dueCents: priceOf(items) - netOf(event) });
        return null;
      }
      case 'OrderCancelled':
        orders.delete(event.data.orderId);
        return null;
      case 'PaymentRecorded': {
        const bought = orders.get(event.data.orderId);
        if (bought) orders.set(event.data.orderId, { ...bought, dueCents: bought.dueCents - event.data.cents });
        return null;
      }
      case 'ItemsChanged':
      case 'ExchangeAccepted':
        return change(orders, event.data, netOf(event));
      case 'RefundProcessed': {
        const { orderId, sku, qty, cents } = event.data;
        const bought = orders.get(orderId) ?? nothing;
        const { taken, left } = take(bought.lots, sku, qty);
        orders.set(orderId, { ...bought, lots: left });
        const worth = priceOf(taken);
        if (cents <= worth) return null;
        return `order ${orderId} got ${euros(cents)} back for ${qty} × ${sku}, for which ${euros(worth)} were paid`;
      }
      default:
        return null;
    }
  },
});

const nothing: Bought = { lots: [], dueCents: 0 };

type Changed = Extract<WorldEvent, { type: 'ItemsChanged' | 'ExchangeAccepted' }>['data'];

/** Other variants: less back than they are cheaper, and in an order that is paid for, no unit that is dearer without its difference. */
function change(orders: Map<OrderId, Bought>, { orderId, changes }: Changed, paidCents: number): string | null {
  const before = orders.get(orderId) ?? nothing;
  let { lots } = before;
  let dearerCents = 0;
  const arrived: Lot[] = [];
  for (const { sku, qty, newSku, unitCents } of changes) {
    const { taken, left } = take(lots, sku, qty);
    lots = left;
    arrived.push({ sku: newSku, qty, unitCents });
    dearerCents += qty * unitCents - priceOf(taken);
  }
  const dueCents = before.dueCents + dearerCents - paidCents;
  orders.set(orderId, { lots: [...lots, ...arrived], dueCents });
  const [paid, dearer] = [euros(paidCents), euros(dearerCents)];
  if (paidCents < Math.min(0, dearerCents))
    return `order ${orderId} got ${euros(-paidCents)} back for units that became ${euros(Math.max(0, -dearerCents))} cheaper`;
  if (before.dueCents <= 0 && dueCents > 0)
    return `order ${orderId} was paid, has units now that cost ${dearer} more, and paid ${paid} for them`;
  return null;
}

/** Takes units of a sku away, the dearest first: which of them came back nobody says. */
function take(lots: readonly Lot[], sku: Sku, qty: number): { readonly taken: readonly Lot[]; readonly left: Lot[] } {
  const mine = lots.filter((lot) => lot.sku === sku).sort((a, b) => b.unitCents - a.unitCents);
  const left = lots.filter((lot) => lot.sku !== sku);
  let missing = qty;
  const taken = mine.map((lot) => {
    const count = Math.min(missing, lot.qty);
    missing -= count;
    if (lot.qty > count) left.push({ ...lot, qty: lot.qty - count });
    return { ...lot, qty: count };
  });
  return { taken, left };
}

function priceOf(lots: readonly Lot[]): number {
  return lots.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
}

/** What the customer paid with this event, less what came back. */
function netOf(event: WorldEvent): number {
  return moneyMoves(event).reduce((sum, { kind, cents }) => sum + (kind === 'charge' ? cents : -cents), 0);
}
