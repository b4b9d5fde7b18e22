import type { CustomerId, DraftOf, Outsider, ProposalType, ReorderId } from '../contracts';

/**
 * A proposal from outside, as the world takes it: the world gives id, time and correlation. Each text of `texts` is stored on the
 * side and its ref becomes that field of `data`; `subject` is the person whom these texts are about, so that they can be forgotten.
 */
export interface ExternalDraft {
  readonly type: ProposalType;
  readonly by: Outsider;
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
  readonly subject?: CustomerId;
  /** Texts about several people: the n-th is stored on the side and its ref becomes `field` of the n-th entry of `list`; null leaves it. */
  readonly textsIn?: {
    readonly list: string;
    readonly field: string;
    readonly texts: readonly ({ readonly text: string; readonly subject: CustomerId } | null)[];
  };
}

/** What an input has to ask the world before it can be said: answered from the views, as of now. */
export interface Lookups {
  /** Whom the address book knows at this address; addresses compare without case. */
  customerOf(address: string): CustomerId | null;
  customerOfOrder(orderId: string): CustomerId | null;
  /** Also a visitor's id (`visitor-…`) when the mail came from an unknown address. */
  customerOfMail(mailId: string): CustomerId | null;
  /** What a unit costs now, sale included; null for an unknown sku. */
  unitCents(sku: string): number | null;
  /** What is still to be paid for an order; 0 when nothing is, or it is unknown. */
  owedCents(orderId: string): number;
  onTheWay(sku: string): { readonly reorderId: ReorderId; readonly qty: number } | null;
  /** Units of this line that were refunded and are not back. */
  notYetBack(orderId: string, sku: string): number;
  saleOf(sku: string): string | null;
}

/** `inputId` names this input once and for all: the same one gives the same ids again. */
export interface InputContext extends Lookups {
  readonly inputId: string;
  /** The world's clock, milliseconds since 1970. */
  readonly at: number;
}

type DataIn<T extends ProposalType> = DraftOf<T>['data'];

/** A proposal whose every field stands in the event. */
export function propose<const T extends ProposalType>(by: Outsider, type: T, data: DataIn<T>): ExternalDraft {
  return { type, by, data };
}

/** A proposal of which some fields are words about a person. */
export function proposeWithTexts<const T extends ProposalType, const K extends keyof DataIn<T> & string>(
  by: Outsider,
  type: T,
  data: Omit<DataIn<T>, K>,
  texts: Readonly<Record<K, string>>,
  subject: CustomerId,
): ExternalDraft {
  return { type, by, data, texts, subject };
}
