import type { OrderRow } from '../../toolResults';
import type { Want } from '../reading/Reading';
import { newAddress } from '../slots/newAddress';
import * as say from '../writing/wording';
import { isUnsent } from './planCancellation';
import type { Planning } from './Planning';

/** Another address for an order that has not left; a part of one is asked for whole, because a parcel needs all of it. */
export function planAddress(order: OrderRow, want: Want, { reading, tell, acts, isOver }: Planning): void {
  if (!isUnsent(order)) return tell(say.sayTooLateToRedirect(order));
  if (isOver(order, null) || acts.some((one) => one.ask === 'address' && one.orderId === order.orderId)) return;
  const address = newAddress(want.text) ?? newAddress(reading.text);
  if (address === null) return tell(say.sayWholeAddress(order.orderId));
  acts.push({ ask: 'address', orderId: order.orderId, address });
}
