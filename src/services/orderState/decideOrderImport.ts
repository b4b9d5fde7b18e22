import type { EventOf, OrderId, TakenOver } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, FactDraft, Refusal } from '../Service';
import { isVisitor } from '../visitor';
import { refuseItemList } from './decideOrder';
import type { OrderBook } from './OrderBook';

/** Takes over orders from elsewhere: each that fits, as it stands there; the rest is named with its reason. */
export function decideOrderImport(book: OrderBook, { data }: EventOf<'OrderImportSubmitted'>): Decision {
  const { importId } = data;
  const seen = new Set<OrderId>();
  const leftOut: { id: string; rule: string; because: string }[] = [];
  const taken: FactDraft[] = [];
  for (const order of data.orders) {
    const no = refuseTakingOver(book, seen, order);
    seen.add(order.orderId);
    if (no) leftOut.push({ id: order.orderId, rule: no.rejected, because: no.because });
    else taken.push({ type: 'OrderTakenOver', data: { importId, ...order } });
  }
  if (taken.length === 0) {
    const why = leftOut.every(({ rule }) => rule === 'order-exists')
      ? 'all of these orders are here already'
      : leftOut[0]?.because;
    return refuse('nothing-new', (why ?? 'there is no order in it').slice(0, 400));
  }
  return [{ type: 'OrderImportBooked', data: { importId, taken: taken.length, leftOut } }, ...taken];
}

function refuseTakingOver(book: OrderBook, seen: ReadonlySet<OrderId>, order: TakenOver): Refusal | undefined {
  const { orderId, customerId, items, moves, status } = order;
  if (seen.has(orderId) || book.orders.has(orderId)) {
    return refuse('order-exists', `the order number ${orderId} cannot be used again`);
  }
  if (isVisitor(customerId)) return refuse('not-a-customer', 'only a customer can order');
  const no = refuseItemList(book, items);
  if (no) return no;
  const totalCents = items.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
  const net = moves.reduce((sum, { kind, cents }) => sum + (kind === 'charge' ? cents : -cents), 0);
  if (net < 0) return refuse('paid-back-too-much', `order ${orderId} got more back than was paid for it`);
  if (status === 'cancelled' && net > 0)
    return refuse('not-paid-back', `order ${orderId} is cancelled and not paid back`);
  if (net > totalCents) return refuse('overpaid', `more was paid for order ${orderId} than it costs`);
  return undefined;
}
