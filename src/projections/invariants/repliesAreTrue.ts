import type { Claim, CustomerId, DataOf, EventId, EventOf, OrderId, Sku, WorldEvent } from '../../contracts';
import { defineInvariant } from './Invariant';

type Told = Extract<Claim, { says: 'order-status' }>['status'];

interface Truth {
  readonly drafts: Map<EventId, DataOf<'ReplyDrafted'>>;
  readonly orders: Map<OrderId, { readonly customerId: CustomerId; readonly status: Told }>;
  readonly refunds: Map<OrderId, DataOf<'RefundProcessed'>[]>;
  readonly available: Map<Sku, number>;
  /** What was changed about each order, as the facts say it. */
  readonly changes: Map<OrderId, Change[]>;
  /** Orders about which something waits for the shopkeeper, by its proposal. */
  readonly parked: Map<EventId, OrderId>;
}

type Change = EventOf<
  'ReturnAccepted' | 'AddressChanged' | 'PaymentMethodChanged' | 'ItemsChanged' | 'ExchangeAccepted'
>;

/** What a customer is told is borne out by the log at the moment it is sent. */
export const repliesAreTrue = defineInvariant<Truth>({
  id: 'INV11',
  says: 'Every reply says only what the log bears out, about this customer and nobody else.',
  open: () => ({
    drafts: new Map(),
    orders: new Map(),
    refunds: new Map(),
    available: new Map(),
    changes: new Map(),
    parked: new Map(),
  }),
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
    case 'OrderTakenOver':
      truth.orders.set(event.data.orderId, { customerId: event.data.customerId, status: event.data.status });
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
    case 'ReturnAccepted':
    case 'AddressChanged':
    case 'PaymentMethodChanged':
    case 'ItemsChanged':
    case 'ExchangeAccepted':
      truth.changes.set(event.data.orderId, [...(truth.changes.get(event.data.orderId) ?? []), event]);
      break;
    case 'ApprovalAsked':
      truth.parked.set(event.data.proposalId, event.data.orderId);
      break;
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'ApprovalLapsed':
      truth.parked.delete(event.data.proposalId);
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

function holds({ orders, refunds, available, changes, parked }: Truth, customerId: CustomerId, claim: Claim): boolean {
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
    case 'waits-for-approval':
      return [...parked.values()].includes(claim.orderId);
    default:
      return (changes.get(claim.orderId) ?? []).some((change) => says(change, claim));
  }
}

type ChangeClaim = Extract<
  Claim,
  { says: 'return-accepted' | 'address-changed' | 'payment-changed' | 'items-changed' | 'exchanged' }
>;

function says(change: Change, claim: ChangeClaim): boolean {
  switch (claim.says) {
    case 'return-accepted':
      return (
        change.type === 'ReturnAccepted' &&
        change.data.cents === claim.cents &&
        change.data.items.length === claim.items.length &&
        change.data.items.every(({ sku, qty }, n) => claim.items[n]?.sku === sku && claim.items[n].qty === qty)
      );
    case 'address-changed':
      return change.type === 'AddressChanged';
    case 'payment-changed':
      return change.type === 'PaymentMethodChanged' && change.data.charged.methodId === claim.methodId;
    case 'items-changed':
    case 'exchanged':
      return (
        change.type === (claim.says === 'exchanged' ? 'ExchangeAccepted' : 'ItemsChanged') &&
        change.data.changes.some(({ sku, newSku }) => sku === claim.sku && newSku === claim.newSku)
      );
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
    case 'items-changed':
    case 'exchanged':
      return `${claim.says} in order ${claim.orderId}: ${claim.sku} to ${claim.newSku}`;
    case 'return-accepted':
    case 'address-changed':
    case 'payment-changed':
    case 'waits-for-approval':
      return `${claim.says} for order ${claim.orderId}`;
    case 'available':
      return `${claim.sku} ${claim.available ? 'available' : 'sold out'}`;
  }
}
