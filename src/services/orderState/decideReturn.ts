import type { EventOf, MoneyPart, WantedItem } from '../../contracts';
import { refuse } from '../refuse';
import type { FactDraft, Refusal } from '../Service';
import { refuseUnits } from './decideRefund';
import type { Due } from './Due';
import { afterMove, inMoney, netCents } from './money';
import { orderOf, type Order, type OrderBook } from './OrderBook';
import { payBack } from './payBack';
import { refuseGoal, refuseLate, refuseUnlessDelivered, unknownOrder } from './refusals';

/** Lets units of a delivered order come back for their price. The money goes out as one refund for each line, like any other. */
export function dueReturn(book: OrderBook, { data, at }: EventOf<'ReturnRequested'>): Due | Refusal {
  const { orderId, customerId, methodId, reason, items } = data;
  const order = orderOf(book, orderId, customerId);
  if (!order) return unknownOrder(orderId);
  const no = refuseUnlessDelivered(order) ?? refuseLate(book, order, reason, at) ?? refuseItems(order, items);
  const refused = no ?? refuseGoal(book, order, methodId);
  if (refused) return refused;

  const cents = items.reduce((sum, { sku, qty }) => sum + qty * (order.lines.get(sku)?.unitCents ?? 0), 0);
  const leftCents = netCents(order);
  if (cents > leftCents || cents === 0) {
    return refuse('not-paid', `of what was paid for order ${orderId}, ${inMoney(book, leftCents)} is left to pay back`);
  }
  const { refunds, paidBack } = refundEach(book, order, data);
  const accepted = { orderId, customerId, items, cents, paidBack };
  return { facts: [{ type: 'ReturnAccepted', data: accepted }, ...refunds], cents, methodId, wants: [] };
}

function refuseItems(order: Order, items: readonly WantedItem[]): Refusal | undefined {
  const twice = items.find((item, i) => items.findIndex(({ sku }) => sku === item.sku) < i);
  if (twice) return refuse('same-sku-twice', `${twice.sku} is named twice`);
  for (const { sku, qty } of items) {
    const line = order.lines.get(sku);
    const no = line
      ? refuseUnits({ orderId: order.orderId, sku, qty }, line)
      : refuse('not-in-order', `${sku} is not in order ${order.orderId}`);
    if (no) return no;
  }
  return undefined;
}

function refundEach(book: OrderBook, order: Order, { items, methodId }: EventOf<'ReturnRequested'>['data']) {
  const { orderId, customerId, lines } = order;
  let { paidBy, paidBackCents: refundedCents } = order;
  const total = new Map<MoneyPart['methodId'], number>();
  const refunds = items.map(({ sku, qty }): FactDraft => {
    const cents = qty * (lines.get(sku)?.unitCents ?? 0);
    const paidBack = [...payBack(book, { paidBy }, cents, methodId)];
    for (const part of paidBack) {
      paidBy = afterMove(paidBy, { ...part, kind: 'refund' });
      total.set(part.methodId, (total.get(part.methodId) ?? 0) + part.cents);
    }
    refundedCents += cents;
    return { type: 'RefundProcessed', data: { orderId, customerId, sku, qty, cents, refundedCents, paidBack } };
  });
  return { refunds, paidBack: [...total].map(([id, cents]) => ({ methodId: id, cents })) };
}
