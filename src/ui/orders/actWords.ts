import type { cancelReasons, returnReasons } from '../../contracts';
import type { MethodRow } from '../../projections';
import type { OrderActName } from '../OrderTools';

/** What each act is called on its button. */
export const actWords: Readonly<Record<OrderActName, string>> = {
  pay: 'Book a payment',
  ship: 'Ship',
  deliver: 'Deliver',
  cancel: 'Cancel',
  address: 'Change the address',
  items: 'Change items',
  method: 'Change who pays',
  return: 'Take a return',
  exchange: 'Exchange',
  refund: 'Refund',
  'goods-back': 'Goods came back',
};

/** Why an order is called off, as a person says it. */
export const cancelWords: Readonly<Record<(typeof cancelReasons)[number], string>> = {
  'no-longer-needed': 'no longer needed',
  'ordered-by-mistake': 'ordered by mistake',
  'too-slow': 'takes too long',
  other: 'another reason',
};

/** Why goods come back, as a person says it. */
export const returnWords: Readonly<Record<(typeof returnReasons)[number], string>> = {
  damaged: 'damaged',
  'wrong-item': 'the wrong item',
  'not-wanted': 'not wanted',
  late: 'came too late',
  other: 'another reason',
};

/** A payment method as a person knows it: its label, and what is left on a gift card. */
export function methodWords(
  method: MethodRow | undefined,
  id: string | null,
  money: (cents: number) => string,
): string {
  if (id === null) return 'the bank';
  if (!method) return id;
  return method.balanceCents === null ? method.label : `${method.label}, ${money(method.balanceCents)} left`;
}
