import type { DataOf, EventOf } from '../../contracts';
import { euros } from '../../kernel';
import { refuse } from '../refuse';
import type { Decision, Refusal } from '../Service';
import { hasLeft, orderOf, type Order, type OrderBook, type OrderLine } from './OrderBook';

const dayMs = 24 * 60 * 60 * 1000;

/** How many days after delivery money can be asked back: longer when the shop is to blame for the goods. */
const refundDays: Record<DataOf<'RefundRequested'>['reason'], number> = {
  damaged: 90,
  'wrong-item': 90,
  'not-wanted': 30,
  late: 30,
  other: 30,
};

/** Pays back units of one line of a customer's own order: each unit once, never more than it cost, never more than was paid. */
export function decideRefund(book: OrderBook, proposal: EventOf<'RefundRequested'>): Decision {
  const { orderId, customerId, sku, qty, cents } = proposal.data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return refuse('unknown-order', `this customer has no order ${orderId}`);
  const line = order.lines.get(sku);
  if (!line) return refuse('not-in-order', `${sku} is not in order ${orderId}`);

  const no =
    refuseByStatus(order) ??
    refuseUnits(proposal.data, line) ??
    refuseMoney(proposal.data, order) ??
    refuseLate(proposal, order);
  if (no) return no;
  const refundedCents = order.paidBackCents + cents;
  return [{ type: 'RefundProcessed', data: { orderId, customerId, sku, qty, cents, refundedCents } }];
}

function refuseByStatus(order: Order): Refusal | undefined {
  if (order.status === 'cancelled')
    return refuse('order-cancelled', `order ${order.orderId} is cancelled and paid back`);
  if (!hasLeft(order)) return refuse('not-shipped', `order ${order.orderId} has not been sent: it can be cancelled`);
  return undefined;
}

function refuseUnits({ orderId, sku, qty, cents }: DataOf<'RefundRequested'>, line: OrderLine): Refusal | undefined {
  if (qty > line.qty - line.refundedQty) {
    const already = `${line.refundedQty} already refunded`;
    return refuse(
      'already-refunded',
      `order ${orderId} has ${line.qty} × ${sku}, ${already}: no ${qty} left to refund`,
    );
  }
  if (cents > line.unitCents * qty) return refuse('too-much', `${qty} × ${sku} cost ${euros(line.unitCents * qty)}`);
  return undefined;
}

function refuseMoney({ cents }: DataOf<'RefundRequested'>, order: Order): Refusal | undefined {
  const leftCents = order.paidCents - order.paidBackCents;
  if (cents <= leftCents) return undefined;
  return refuse('not-paid', `of what was paid for order ${order.orderId}, ${euros(leftCents)} is left to pay back`);
}

function refuseLate({ data, at }: EventOf<'RefundRequested'>, { deliveredAt }: Order): Refusal | undefined {
  const days = refundDays[data.reason];
  if (deliveredAt === null || at - deliveredAt <= days * dayMs) return undefined;
  return refuse('too-late', `order ${data.orderId} arrived more than ${days} days ago`);
}
