import type { DataOf, EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Refusal } from '../Service';
import type { Due } from './Due';
import { inMoney, netCents } from './money';
import { hasLeft, orderOf, type Order, type OrderBook, type OrderLine } from './OrderBook';
import { payBack } from './payBack';
import { refuseGoal, refuseLate, unknownOrder } from './refusals';

/** Pays back units of one line of a customer's own order: each unit once, never more than it cost, never more than was paid. */
export function dueRefund(book: OrderBook, { data, at }: EventOf<'RefundRequested'>): Due | Refusal {
  const { orderId, customerId, sku, qty, cents, methodId = null } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  const line = order.lines.get(sku);
  if (!line) return refuse('not-in-order', `${sku} is not in order ${orderId}`);

  const no =
    refuseByStatus(order) ??
    refuseUnits(data, line) ??
    refusePrice(book, data, line) ??
    refuseMoney(book, data, order) ??
    refuseLate(book, order, data.reason, at) ??
    refuseGoal(book, order, methodId);
  if (no) return no;
  const paidBack = [...payBack(book, order, cents, methodId)];
  const refundedCents = order.paidBackCents + cents;
  const fact = { orderId, customerId, sku, qty, cents, refundedCents, paidBack };
  return { facts: [{ type: 'RefundProcessed', data: fact }], cents, methodId, wants: [] };
}

function refuseByStatus(order: Order): Refusal | undefined {
  if (order.status === 'cancelled')
    return refuse('order-cancelled', `order ${order.orderId} is cancelled and paid back`);
  if (!hasLeft(order)) return refuse('not-shipped', `order ${order.orderId} has not been sent: it can be cancelled`);
  return undefined;
}

type Units = Pick<DataOf<'RefundRequested'>, 'orderId' | 'sku' | 'qty'>;

/** No when so many units of a line are not left: each is paid back once. */
export function refuseUnits({ orderId, sku, qty }: Units, line: OrderLine): Refusal | undefined {
  if (qty <= line.qty - line.refundedQty) return undefined;
  const already = `${line.refundedQty} already refunded`;
  return refuse('already-refunded', `order ${orderId} has ${line.qty} × ${sku}, ${already}: no ${qty} left to refund`);
}

function refusePrice(
  book: OrderBook,
  { sku, qty, cents }: DataOf<'RefundRequested'>,
  { unitCents }: OrderLine,
): Refusal | undefined {
  if (cents <= unitCents * qty) return undefined;
  return refuse('too-much', `${qty} × ${sku} cost ${inMoney(book, unitCents * qty)}`);
}

function refuseMoney(book: OrderBook, { cents }: DataOf<'RefundRequested'>, order: Order): Refusal | undefined {
  const leftCents = netCents(order);
  if (cents <= leftCents) return undefined;
  const left = inMoney(book, leftCents);
  return refuse('not-paid', `of what was paid for order ${order.orderId}, ${left} is left to pay back`);
}
