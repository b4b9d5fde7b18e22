import type { OrderLine, OrderRow } from '../../toolResults';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import { left, pickLines, textsOf, type Picked } from './pickLines';
import { isUnsent, planCancellation } from './planCancellation';
import type { Planning } from './Planning';

/** Money back for what was delivered: asks for what is due, unit by unit, or asks the customer what they mean. */
export function planRefund(order: OrderRow, want: Want, planning: Planning): void {
  const { titleOf, tell, acts, isOver } = planning;
  const picked =
    pickLines(order.lines, titleOf, textsOf(want, planning)) ?? (speaksOfAll(want) ? everyLine(order) : null);
  if (!picked)
    return tell(
      say.sayWhichItem(
        order.orderId,
        order.lines.map((line) => titleOf(line.sku)),
      ),
    );
  for (const { line } of picked) planning.products.add(line.sku);
  if (isUnsent(order)) return insteadOfRefund(order, want, picked, planning);
  // Money goes back for what has arrived.
  if (order.status === 'shipped') return tell(say.sayStillComing(order));
  const due = picked.filter(({ qty }) => qty > 0);
  if (due.length === 0)
    return tell(
      say.sayAlreadyRefunded(
        order.orderId,
        picked.map(({ line }) => titleOf(line.sku)),
      ),
    );
  for (const { line, qty } of due) {
    const isTwice = acts.some((one) => one.ask === 'refund' && one.orderId === order.orderId && one.sku === line.sku);
    const { orderId } = order;
    if (!isTwice && !isOver(order, line.sku))
      acts.push({ ask: 'refund', orderId, sku: line.sku, qty, cents: line.unitCents * qty, reason: want.reason });
  }
}

/** What was not sent is not refunded but cancelled: as a whole, and only for somebody who no longer wants it. */
function insteadOfRefund(order: OrderRow, want: Want, picked: readonly Picked[], planning: Planning): void {
  const isWhole = order.lines.every((line) => picked.some((one) => one.line === line && one.qty === left(line)));
  if (!isWhole) return planning.tell(say.sayCancelOnlyWhole(order.orderId));
  const isOff = want.intent === 'refund' && (want.reason === 'not-wanted' || want.cancelReason !== 'other');
  if (!isOff) return planning.tell(say.sayCancelInstead(order.orderId));
  const cancelReason = want.cancelReason === 'other' ? 'no-longer-needed' : want.cancelReason;
  planCancellation(order, { ...want, cancelReason }, planning);
}

const speaksOfAll = (want: Want) => want.reason === 'not-wanted' || want.reason === 'other';
const everyLine = (order: OrderRow): { line: OrderLine; qty: number }[] =>
  order.lines.map((line) => ({ line, qty: left(line) }));
