import type { DataOf, OrderId, WorldEvent } from '../../contracts';
import { statusAfter } from '../orderStatus';
import { evolvePrices } from './evolvePrices';
import { newOrder, type Order, type OrderBook } from './OrderBook';

/** Folds an event into the book. */
export function evolveOrders(book: OrderBook, event: WorldEvent): OrderBook {
  evolvePrices(book.prices, event);
  switch (event.type) {
    case 'OrderPlaced':
      book.orders.set(event.data.orderId, newOrder(event.data));
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
      change(book, event.data.orderId, () => ({ status: 'cancelled', paidBackCents: event.data.paidBackCents }));
      break;
    case 'RefundProcessed':
      change(book, event.data.orderId, (order) => refunded(order, event.data));
      break;
    default:
  }
  return book;
}

function change(book: OrderBook, orderId: OrderId, edit: (order: Order) => Partial<Order>): void {
  const order = book.orders.get(orderId);
  if (order) book.orders.set(orderId, { ...order, ...edit(order) });
}

function refunded(order: Order, { sku, qty, refundedCents }: DataOf<'RefundProcessed'>): Partial<Order> {
  const line = order.lines.get(sku);
  if (!line) return {};
  const lines = new Map(order.lines).set(sku, { ...line, refundedQty: line.refundedQty + qty });
  return { lines, paidBackCents: refundedCents };
}
