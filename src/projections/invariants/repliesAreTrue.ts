import type { Claim, CustomerId, DataOf, EventId, EventOf, OrderId, Sku, WorldEvent } from '../../contracts';
import { defineInvariant } from './Invariant';

type Told = Extract<Claim, { says: 'order-status' }>['status'];

interface Truth {
  readonly drafts: Map<EventId, DataOf<'ReplyDrafted'>>;
  readonly orders: Map<OrderId, { readonly customerId: CustomerId; readonly status: Told }>;
  readonly refunds: Map<OrderId, DataOf<'RefundProcessed'>[]>;
  readonly available: Map<Sku, number>;
}

/** What a customer is told is borne out by the log at the moment it is sent. */
export const repliesAreTrue = defineInvariant<Truth>({
  id: 'INV11',
  says: 'Every reply says only what the log bears out, about this customer and nobody else.',
  open: () => ({ drafts: new Map(), orders: new Map(), refunds: new Map(), available: new Map() }),
  check(truth, event) {
    if (event.type === 'ReplySent') return checkReply(truth, event);
    learn(truth, event);
    return null;
  },
});

function learn(truth: Truth, event: WorldEvent): void {
  switch (event.type) {
    case 'ReplyDrafted':
      truth.drafts.set(event.id, event.data);
      break;
    case 'ReplyRejected':
      if (event.answers) truth.drafts.delete(event.answers);
      break;
    case 'OrderPlaced':
      truth.orders.set(event.data.orderId, { customerId: event.data.customerId, status: 'placed' });
      break;
    case 'OrderConfirmed':
    case 'OrderBackordered':
    case 'OrderShipped':
    case 'OrderDelivered':
    case 'OrderCancelled': {
      const order = truth.orders.get(event.data.orderId);
      if (order) truth.orders.set(event.data.orderId, { ...order, status: statusAfter[event.type] });
      break;
    }
    case 'RefundProcessed':
      truth.refunds.set(event.data.orderId, [...(truth.refunds.get(event.data.orderId) ?? []), event.data]);
      break;
    case 'InventoryUpdated':
      truth.available.set(event.data.sku, event.data.available);
      break;
    case 'StockReserved':
    case 'StockReleased':
      for (const item of event.data.items) truth.available.set(item.sku, item.available);
      break;
    default:
  }
}

const statusAfter = {
  OrderConfirmed: 'confirmed',
  OrderBackordered: 'backordered',
  OrderShipped: 'shipped',
  OrderDelivered: 'delivered',
  OrderCancelled: 'cancelled',
} as const satisfies Record<string, Told>;

function checkReply(truth: Truth, { data, answers }: EventOf<'ReplySent'>): string | null {
  const draft = answers && truth.drafts.get(answers);
  if (!answers || !draft) return `the reply to mail ${data.mailId} was never drafted`;
  truth.drafts.delete(answers);
  if (draft.mailId !== data.mailId || draft.customerId !== data.customerId || draft.text !== data.text) {
    return `the reply to mail ${data.mailId} is not the one that was drafted`;
  }
  const untrue = draft.claims.find((claim) => !holds(truth, data.customerId, claim));
  return untrue ? `the reply to mail ${data.mailId} claims what is not so: ${inWords(untrue)}` : null;
}

function holds({ orders, refunds, available }: Truth, customerId: CustomerId, claim: Claim): boolean {
  if (claim.says === 'available') return (available.get(claim.sku) ?? 0) > 0 === claim.available;
  const order = orders.get(claim.orderId);
  if (order?.customerId !== customerId) return false;
  switch (claim.says) {
    case 'refunded':
      return (refunds.get(claim.orderId) ?? []).some(
        ({ sku, qty, cents }) => sku === claim.sku && qty === claim.qty && cents === claim.cents,
      );
    case 'cancelled':
      return order.status === 'cancelled';
    case 'order-status':
      return order.status === claim.status;
  }
}

function inWords(claim: Claim): string {
  switch (claim.says) {
    case 'refunded':
      return `${claim.qty} × ${claim.sku} of order ${claim.orderId} refunded with ${claim.cents} cents`;
    case 'cancelled':
      return `order ${claim.orderId} cancelled`;
    case 'order-status':
      return `order ${claim.orderId} ${claim.status}`;
    case 'available':
      return `${claim.sku} ${claim.available ? 'available' : 'sold out'}`;
  }
}
