import type { OrderRow } from '../../toolResults';
import { tellsWhy } from '../reading/reasons';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import { namedBy } from './namedBy';
import type { Planning } from './Planning';

/** True until an order has left the house. */
export const isUnsent = (order: OrderRow) => ['placed', 'confirmed', 'backordered'].includes(order.status);

/** An order off: asked for as long as it has not left the house. */
export function planCancellation(
  order: OrderRow,
  want: Want,
  { acts, isOver, tell, titleOf, reading }: Planning,
): void {
  if (isOver(order, null) || acts.some((one) => one.ask === 'cancellation' && one.orderId === order.orderId)) return;
  // Who tells a story, and none of waiting or of a mistake, has no need of it any longer.
  const reason = want.cancelReason === 'other' && tellsWhy(reading.text) ? 'no-longer-needed' : want.cancelReason;
  if (isUnsent(order) && isPart(order, want, titleOf)) tell(say.sayCancelOnlyWhole(order.orderId));
  else if (isUnsent(order)) acts.push({ ask: 'cancellation', orderId: order.orderId, reason });
  else tell(say.sayTooLateToCancel(order));
}

const theOrder = /\b(?:orders?|everything|all of (?:it|them)|whole|both|purchase)\b/i;

/** True when only some of its products are named, and not the order: cancelling a part is not possible. */
function isPart(order: OrderRow, want: Want, titleOf: (sku: string) => string): boolean {
  const named = namedBy(
    want.text,
    order.lines,
    (line) => titleOf(line.sku),
    (line) => line.sku,
  );
  return (
    named.length > 0 &&
    named.length < order.lines.length &&
    !theOrder.test(want.text.replace(/\b(?:of|from|in) (?:my |the )?order\b/gi, ''))
  );
}
