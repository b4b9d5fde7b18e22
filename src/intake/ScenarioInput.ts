import type { Letter, Profile } from '../contracts';

/** So many of a sku, as somebody outside says it. */
export interface Wanted {
  readonly sku: string;
  readonly qty: number;
}

/** What a shop puts into its catalogue. */
export interface ProductInput {
  readonly sku: string;
  readonly title: string;
  readonly description: string;
  readonly priceCents: number;
  readonly lowStockAt: number;
}

/**
 * Everything the scenario lets happen to the shop. Three kinds answer the world, which a list written beforehand cannot know; they
 * carry what the list expects, and `toDrafts` prefers what the world says (`Lookups`): `capturePayment` takes what the order still
 * owes, `supplierDelivers` brings the reorder on its way, `returnArrives` brings the refunded units that are not back yet.
 */
export type ScenarioInput =
  | { readonly kind: 'introduceCustomer'; readonly customerId: string; readonly profile: Profile }
  | ({ readonly kind: 'submitProduct' } & ProductInput)
  | ({ readonly kind: 'receiveStock' } & Wanted)
  | {
      readonly kind: 'submitOrder';
      readonly orderId: string;
      readonly customerId: string;
      readonly items: readonly Wanted[];
    }
  | { readonly kind: 'capturePayment'; readonly orderId: string; readonly cents: number }
  | { readonly kind: 'reportShipment'; readonly orderId: string }
  | { readonly kind: 'reportDelivery'; readonly orderId: string }
  | { readonly kind: 'receiveMail'; readonly mailId: string; readonly letter: Letter }
  | ({ readonly kind: 'supplierDelivers' } & Wanted)
  | { readonly kind: 'returnArrives'; readonly orderId: string; readonly sku: string; readonly qty: number }
  | { readonly kind: 'requestSale'; readonly saleId: string; readonly sku: string; readonly percentOff: number }
  | { readonly kind: 'endSale'; readonly saleId: string; readonly sku: string }
  | { readonly kind: 'priceChange'; readonly sku: string; readonly priceCents: number };
