import type { OrderRow } from '../../toolResults';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import { chosenMethod } from './chosenMethod';
import { left, pickLines, textsOf } from './pickLines';
import { isUnsent } from './planCancellation';
import type { Planning } from './Planning';
import { planRefund } from './planRefund';

/** Goods back for their whole price: one request for all of an order's units that the letter speaks of. */
export function planReturn(order: OrderRow, want: Want, planning: Planning): void {
  const { titleOf, tell, acts, isOver } = planning;
  if (isUnsent(order) || order.status === 'shipped') return planRefund(order, want, planning);
  const picked = pickLines(order.lines, titleOf, textsOf(want, planning));
  if (!picked)
    return tell(
      say.sayWhichItem(
        order.orderId,
        order.lines.map((line) => titleOf(line.sku)),
      ),
    );
  for (const { line } of picked) planning.products.add(line.sku);
  const due = picked.filter(({ line, qty }) => qty > 0 && left(line) > 0);
  if (due.length === 0)
    return tell(
      say.sayAlreadyRefunded(
        order.orderId,
        picked.map(({ line }) => titleOf(line.sku)),
      ),
    );
  const methodId = chosenMethod(want, planning);
  if (
    methodId === 'unclear' ||
    isOver(order, null) ||
    acts.some((one) => one.ask === 'return' && one.orderId === order.orderId)
  )
    return;
  const items = due.map(({ line, qty }) => ({ sku: line.sku, qty }));
  const reason = want.reason === 'other' ? 'not-wanted' : want.reason;
  acts.push({ ask: 'return', orderId: order.orderId, items, methodId, reason });
}
