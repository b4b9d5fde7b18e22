import type { OrderRow } from '../../toolResults';
import { withoutSettling } from '../reading/settling';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import { chosenMethod } from './chosenMethod';
import { isUnsent } from './planCancellation';
import type { Planning } from './Planning';

/** True when a change is about what an order is paid with. */
export const isAboutPayment = (want: Want) =>
  /\b(?:pay(?:ment|ing)?|paid|paypal|gift[- ]?card|(?:credit|debit|other|another|different) card|visa|mastercard|settle|charge)\b/i.test(
    withoutSettling(want.text),
  );

/** Another payment method for an order that has not left. */
export function planPayment(order: OrderRow, want: Want, planning: Planning): void {
  const { tell, acts, isOver, found } = planning;
  if (!isUnsent(order)) return tell(say.sayTooLateToPay(order));
  if (isOver(order, null) || acts.some((one) => one.ask === 'payment' && one.orderId === order.orderId)) return;
  const methodId = chosenMethod(want, planning);
  if (methodId === 'unclear') return;
  if (methodId === null) return tell(say.sayWhichMethod(found.methods.map((one) => one.label || one.methodId)));
  acts.push({ ask: 'payment', orderId: order.orderId, methodId });
}
