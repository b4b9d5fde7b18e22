import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { isPaid } from './money';
import { hasLeft, type OrderBook } from './OrderBook';

/** A parcel leaves once: when its order is confirmed, which says that the stock is there, and paid. So does that of an exchange. */
export function decideShipment(book: OrderBook, { data: { orderId } }: EventOf<'ShipmentReported'>): Decision {
  const order = book.orders.get(orderId);
  if (!order) return refuse('unknown-order', `there is no order ${orderId}`);
  const { customerId, status, exchange } = order;
  if (status === 'cancelled') return refuse('order-cancelled', `order ${orderId} is cancelled`);
  if (exchange.status === 'accepted') {
    return [{ type: 'ReplacementShipped', data: { orderId, customerId, items: [...exchange.items] } }];
  }
  if (hasLeft(order)) return refuse('already-shipped', `order ${orderId} is already on its way`);
  if (status !== 'confirmed') return refuse('not-confirmed', `order ${orderId} is not confirmed yet`);
  if (!isPaid(order)) return refuse('not-paid', `order ${orderId} is not paid yet`);
  const items = [...order.lines].map(([sku, { qty }]) => ({ sku, qty }));
  return [{ type: 'OrderShipped', data: { orderId, customerId, items } }];
}
