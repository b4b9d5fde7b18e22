import type { ShopRecords } from '../../src/intake';

type Address = NonNullable<ShopRecords['orders'][number]['value']['address']>;

/** One unit for another of the same product. */
export interface Swap {
  readonly from: string;
  readonly to: string;
}

/** Something that is asked about one order, in the words of the policy. */
export type Action =
  | { readonly kind: 'cancel'; readonly orderId: string; readonly reason: string }
  | { readonly kind: 'address'; readonly orderId: string; readonly address: Address }
  | { readonly kind: 'payment'; readonly orderId: string; readonly methodId: string }
  | {
      readonly kind: 'items' | 'exchange';
      readonly orderId: string;
      readonly swaps: readonly Swap[];
      readonly methodId: string;
    }
  | { readonly kind: 'return'; readonly orderId: string; readonly skus: readonly string[]; readonly methodId: string };

/** What somebody wants, and what is to be done for it, in this order. */
export interface Task {
  readonly name: string;
  readonly actions: readonly Action[];
}
