import { isOneOf, type DataOf, type EventOf, type OrderId, type WorldEvent } from '../../contracts';
import { evolveAvailability } from '../availability';
import { statusAfter } from '../orderStatus';
import { evolveMoney } from './evolveMoney';
import { evolveParked } from './evolveParked';
import { evolvePrices } from './evolvePrices';
import { newOrder, type Order, type OrderBook } from './OrderBook';
import { swapped } from './variants';

/** Folds an event into the book. */
export function evolveOrders(book: OrderBook, event: WorldEvent): OrderBook {
  book.head = event.position;
  evolvePrices(book.prices, event);
  evolveAvailability(book.available, event);
  evolveOrder(book, event);
  evolveMoney(book, event);
  evolveParked(book, event);
  if (event.type === 'PolicySet') book.policies = { ...book.policies, [event.data.policy.name]: event.data.policy };
  if (event.type === 'CurrencySet') book.currency = event.data.currency;
  return book;
}

function evolveOrder(book: OrderBook, event: WorldEvent): void {
  switch (event.type) {
    case 'OrderPlaced':
      book.orders.set(event.data.orderId, newOrder(event.data));
      break;
    case 'OrderTakenOver':
      book.orders.set(event.data.orderId, takenOver(event.data));
      break;
    case 'PaymentRecorded':
      change(book, event.data.orderId, () => ({ paidCents: event.data.paidCents }));
      break;
    case 'OrderConfirmed':
    case 'OrderBackordered':
    case 'OrderShipped':
      change(book, event.data.orderId, () => ({ status: statusAfter[event.type] }));
      break;
    case 'OrderDelivered':
      change(book, event.data.orderId, () => ({ status: 'delivered', deliveredAt: event.at }));
      break;
    case 'OrderCancelled':
      change(book, event.data.orderId, ({ paidBackCents, refundedCents }) => ({
        status: 'cancelled',
        paidBackCents: paidBackCents + event.data.paidBackCents,
        refundedCents: refundedCents + event.data.paidBackCents,
      }));
      break;
    case 'RefundProcessed':
      change(book, event.data.orderId, (order) => refunded(order, event.data));
      break;
    case 'VariantsWanted':
      change(book, event.data.orderId, () => ({ pendingChange: event.data.change }));
      break;
    case 'ItemsChanged':
    case 'ExchangeAccepted':
      change(book, event.data.orderId, (order) => withVariants(order, event));
      break;
    case 'ItemsChangeRefused':
    case 'ExchangeRefused':
      endChange(book, event);
      break;
    case 'ReplacementShipped':
      change(book, event.data.orderId, ({ exchange }) => ({ exchange: { ...exchange, status: 'sent' } }));
      break;
    case 'ReplacementDelivered':
      change(book, event.data.orderId, ({ exchange }) => ({ exchange: { ...exchange, status: 'arrived' } }));
      break;
    default:
  }
}

function change(book: OrderBook, orderId: OrderId, edit: (order: Order) => Partial<Order>): void {
  const order = book.orders.get(orderId);
  if (order) book.orders.set(orderId, { ...order, ...edit(order) });
}

function takenOver(data: DataOf<'OrderTakenOver'>): Order {
  const sum = (kind: 'charge' | 'refund') =>
    data.moves.reduce((all, move) => all + (move.kind === kind ? move.cents : 0), 0);
  const { status, deliveredAt } = data;
  const back = { paidBackCents: sum('refund'), refundedCents: sum('refund') };
  return { ...newOrder(data), status, deliveredAt, paidCents: sum('charge'), ...back };
}

function refunded(order: Order, { sku, qty, cents, refundedCents }: DataOf<'RefundProcessed'>): Partial<Order> {
  const line = order.lines.get(sku);
  if (!line) return {};
  const lines = new Map(order.lines).set(sku, { ...line, refundedQty: line.refundedQty + qty });
  return { lines, paidBackCents: refundedCents, refundedCents: order.refundedCents + cents };
}

function withVariants(order: Order, event: EventOf<'ItemsChanged' | 'ExchangeAccepted'>): Partial<Order> {
  const { changes, totalCents, difference } = event.data;
  const isExchange = isOneOf(event, ['ExchangeAccepted']);
  return {
    lines: changes.reduce(swapped, order.lines),
    totalCents,
    paidCents: order.paidCents + (difference?.kind === 'charge' ? difference.cents : 0),
    paidBackCents: order.paidBackCents + (difference?.kind === 'refund' ? difference.cents : 0),
    pendingChange: null,
    ...(isExchange
      ? { exchange: { status: 'accepted', items: changes.map(({ newSku, qty }) => ({ sku: newSku, qty })) } }
      : { itemsChanged: true }),
  };
}

/** The refusal of a change names no order; the proposal it answers does. */
function endChange(book: OrderBook, { answers }: EventOf<'ItemsChangeRefused' | 'ExchangeRefused'>): void {
  const asked = answers && book.asked.get(answers);
  if (!asked) return;
  change(book, asked.data.orderId, ({ pendingChange }) => (pendingChange === answers ? { pendingChange: null } : {}));
}
