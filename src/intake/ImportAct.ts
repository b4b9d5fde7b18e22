import type { CustomerId, Policy, PaymentMethod, Profile, TakenOver } from '../contracts';
import type { Currency } from '../kernel';
import type { ProductInput } from './ScenarioInput';

/** A product as a file brings it: one variant of what its `productId` names. */
export interface ImportedProduct extends ProductInput {
  readonly productId: string;
  readonly options: Readonly<Record<string, string>>;
}

/** An order as a file brings it; its address is text and goes to the side store. */
export type ImportedOrder = Omit<TakenOver, 'address'> & { readonly address: string | null };

/** A part of what a file brings, at most a hundred of one kind, so that it is one commit. `importId` names the file. */
export type ImportAct =
  | { readonly kind: 'importCurrency'; readonly currency: Currency }
  | { readonly kind: 'importPolicy'; readonly policy: Policy }
  | { readonly kind: 'importProducts'; readonly importId: string; readonly products: readonly ImportedProduct[] }
  | {
      readonly kind: 'importStock';
      readonly importId: string;
      readonly counts: readonly { readonly sku: string; readonly onHand: number }[];
    }
  | {
      readonly kind: 'importCustomers';
      readonly importId: string;
      readonly customers: readonly { readonly customerId: CustomerId; readonly profile: Profile }[];
    }
  | {
      readonly kind: 'importMethods';
      readonly importId: string;
      readonly methods: readonly (PaymentMethod & { readonly customerId: CustomerId })[];
    }
  | { readonly kind: 'importOrders'; readonly importId: string; readonly orders: readonly ImportedOrder[] };
