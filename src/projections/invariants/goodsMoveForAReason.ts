import type { EventId, EventOf, OrderId, Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

type Report = EventOf<'StockReceiptReported' | 'ReturnReceived' | 'StockCounted' | 'WriteOffReported'>;

interface Reasons {
  /** Receipts, returns, counts and write-offs that nobody has booked yet. */
  readonly reported: Map<EventId, Report>;
  /** Per order and sku, pieces that may still move. */
  readonly toShip: Map<string, number>;
  readonly toMarkReturned: Map<string, number>;
  readonly toComeBack: Map<string, number>;
}

/** Every change of a level stands for something that happened, and for that only once. */
export const goodsMoveForAReason = defineInvariant<Reasons>({
  id: 'INV3',
  says: 'A level of stock only changes for goods that were reported, sent, refunded, exchanged, sent back or counted, once each.',
  open: () => ({ reported: new Map(), toShip: new Map(), toMarkReturned: new Map(), toComeBack: new Map() }),
  check(reasons, event) {
    switch (event.type) {
      case 'StockReceiptReported':
      case 'ReturnReceived':
      case 'StockCounted':
      case 'WriteOffReported':
        reasons.reported.set(event.id, event);
        return null;
      case 'StockReceiptRefused':
      case 'ReturnRefused':
      case 'StockCountRefused':
      case 'WriteOffRefused':
        if (event.answers) reasons.reported.delete(event.answers);
        return null;
      case 'OrderShipped':
      case 'ReplacementShipped':
        for (const { sku, qty } of event.data.items) add(reasons.toShip, event.data.orderId, sku, qty);
        return null;
      case 'RefundProcessed':
        add(reasons.toMarkReturned, event.data.orderId, event.data.sku, event.data.qty);
        return null;
      case 'ExchangeAccepted':
        for (const { sku, qty } of event.data.changes) add(reasons.toMarkReturned, event.data.orderId, sku, qty);
        return null;
      case 'InventoryUpdated':
        return justify(reasons, event);
      default:
        return null;
    }
  },
});

function justify(reasons: Reasons, event: EventOf<'InventoryUpdated'>): string | null {
  const { because, orderId, sku, qty } = event.data;
  switch (because) {
    case 'received':
      return takeReport(reasons, event, (report) => report.type === 'StockReceiptReported');
    case 'returned':
    case 'damaged':
      return (
        takeReport(reasons, event, (report) => report.type === 'ReturnReceived' && report.data.orderId === orderId) ??
        take(reasons.toComeBack, orderId, sku, qty, 'refunded and not back yet')
      );
    case 'shipped':
      return take(reasons.toShip, orderId, sku, qty, 'sent');
    case 'counted':
      return takeCount(reasons, event);
    case 'written-off':
      return takeReport(reasons, event, (report) => report.type === 'WriteOffReported');
    case 'refunded':
    case 'exchanged': {
      const wrong = take(reasons.toMarkReturned, orderId, sku, qty, 'refunded or exchanged');
      if (!wrong && orderId) add(reasons.toComeBack, orderId, sku, qty);
      return wrong;
    }
  }
}

function takeReport(
  { reported }: Reasons,
  { data, answers }: EventOf<'InventoryUpdated'>,
  fits: (report: Report) => boolean,
): string | null {
  const report = answers && reported.get(answers);
  const isIt =
    report && fits(report) && 'sku' in report.data && report.data.sku === data.sku && report.data.qty === data.qty;
  if (!answers || !isIt) {
    return `nobody reported the ${data.qty} × ${data.sku} that were booked as ${data.because}`;
  }
  reported.delete(answers);
  return null;
}

/** One count can correct many levels: only the first of its corrections answers it, the others follow from it. */
function takeCount({ reported }: Reasons, { data, answers, causationId }: EventOf<'InventoryUpdated'>): string | null {
  const report = reported.get((answers ?? causationId) as EventId);
  const counted = report?.type === 'StockCounted' ? report.data.counts.find(({ sku }) => sku === data.sku) : undefined;
  return counted?.onHand === data.onHand ? null : `nobody counted ${data.onHand} × ${data.sku}`;
}

function take(owed: Map<string, number>, orderId: OrderId | null, sku: Sku, qty: number, what: string): string | null {
  const left = orderId ? (owed.get(line(orderId, sku)) ?? 0) : 0;
  if (!orderId || left < qty) {
    return `${qty} × ${sku} of order ${orderId ?? '(none)'} moved, but only ${left} were ${what}`;
  }
  add(owed, orderId, sku, -qty);
  return null;
}

function add(owed: Map<string, number>, orderId: OrderId, sku: Sku, qty: number): void {
  const key = line(orderId, sku);
  const left = (owed.get(key) ?? 0) + qty;
  if (left === 0) owed.delete(key);
  else owed.set(key, left);
}

function line(orderId: OrderId, sku: Sku): string {
  return `${orderId}/${sku}`;
}
