import type { Claim, Letter } from '../contracts';
import type { ProductInput, Wanted } from './ScenarioInput';

/** Everything a person can do on the page, in the words of the page. Ids of new things are given by whoever hands it in. */
export type PageAct =
  | { readonly kind: 'writeMail'; readonly from: string; readonly subject: string; readonly text: string }
  | { readonly kind: 'dropMail'; readonly letter: Letter }
  | {
      readonly kind: 'placeOrder';
      readonly orderId: string;
      readonly customerId: string;
      readonly items: readonly Wanted[];
    }
  | ({ readonly kind: 'restock' } & Wanted)
  | { readonly kind: 'ship'; readonly orderId: string }
  | { readonly kind: 'deliver'; readonly orderId: string }
  | { readonly kind: 'returnReceived'; readonly orderId: string; readonly sku: string; readonly qty: number }
  | {
      readonly kind: 'requestRefund';
      readonly orderId: string;
      readonly sku: string;
      readonly qty: number;
      readonly cents: number;
    }
  | { readonly kind: 'cancelOrder'; readonly orderId: string }
  | { readonly kind: 'startSale'; readonly sku: string; readonly percentOff: number }
  | { readonly kind: 'stopSale'; readonly sku: string }
  | ({ readonly kind: 'addProduct'; readonly qty: number } & ProductInput)
  | { readonly kind: 'answerMail'; readonly mailId: string; readonly text: string; readonly claims: readonly Claim[] };
