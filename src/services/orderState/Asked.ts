import type { EventOf } from '../../contracts';

/** What can be asked about an order by whoever acts for its customer. */
export const askedTypes = [
  'CancellationRequested',
  'AddressChangeRequested',
  'ItemsChangeRequested',
  'PaymentMethodChangeRequested',
  'ReturnRequested',
  'ExchangeRequested',
  'RefundRequested',
] as const;

/** A proposal about an order. */
export type Asked = EventOf<(typeof askedTypes)[number]>;

/** A proposal that waits: for the shopkeeper, or for stock that is to be set aside. */
export interface Parked {
  readonly waitsFor: 'approval' | 'stock';
  /** What was shown to the shopkeeper, as its hash; null when nothing was. */
  readonly payload: string | null;
  /** True once the shopkeeper has agreed. */
  readonly approved: boolean;
  /** Facts under it that came since: it can no longer be accepted. */
  readonly moved: readonly number[];
}
