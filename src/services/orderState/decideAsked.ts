import { refusalFact, staleRefusal } from '../answer';
import type { Decision, FactDraft, Refusal } from '../Service';
import { askApproval } from './askApproval';
import { dueAddress } from './decideAddress';
import { dueCancellation } from './decideCancellation';
import { dueExchange } from './decideExchange';
import { dueItems } from './decideItems';
import { duePaymentMethod } from './decidePaymentMethod';
import { dueRefund } from './decideRefund';
import { dueReturn } from './decideReturn';
import { isRefused, type Due } from './Due';
import type { OrderBook } from './OrderBook';
import type { Asked } from './Asked';

/** What has been got for a proposal so far. */
export interface Got {
  /** The shopkeeper agreed. */
  readonly approval: boolean;
  /** The new units are set aside. */
  readonly stock: boolean;
}

/** What a proposal about an order comes to by the rules alone, before anybody is asked. The screen asks the same question. */
export function dueOf(book: OrderBook, asked: Asked, stockHeld = false): Due | Refusal {
  switch (asked.type) {
    case 'CancellationRequested':
      return dueCancellation(book, asked);
    case 'AddressChangeRequested':
      return dueAddress(book, asked);
    case 'ItemsChangeRequested':
      return dueItems(book, asked, stockHeld);
    case 'PaymentMethodChangeRequested':
      return duePaymentMethod(book, asked);
    case 'ReturnRequested':
      return dueReturn(book, asked);
    case 'ExchangeRequested':
      return dueExchange(book, asked, stockHeld);
    case 'RefundRequested':
      return dueRefund(book, asked);
  }
}

/** Decides a proposal about an order: first the rules, then the shopkeeper's approval if a policy wants it, then the stock. */
export function decideAsked(book: OrderBook, asked: Asked, got: Got = { approval: false, stock: false }): Decision {
  const due = dueOf(book, asked, got.stock);
  if (isRefused(due)) return due;
  const approval = got.approval ? undefined : askApproval(book, asked, due);
  if (approval) return { waits: [approval] };
  return got.stock || due.wants.length === 0 ? due.facts : { waits: [wantVariants(asked, due)] };
}

/** Takes a parked proposal up again, now that it has got what it waited for. Its answer belongs to its own story. */
export function resume(
  book: OrderBook,
  asked: Asked,
  got: Got,
): { readonly refused: Refusal | null; readonly facts: readonly FactDraft[] } {
  const moved = book.parked.get(asked.id)?.moved ?? [];
  const decision = moved.length > 0 ? staleRefusal(moved) : decideAsked(book, asked, got);
  if ('rejected' in decision) return { refused: decision, facts: [refuseAsked(asked, decision)] };
  const isAnswer = !('waits' in decision);
  const facts = 'waits' in decision ? decision.waits : decision;
  return {
    refused: null,
    facts: facts.map((fact, i) => ({ ...fact, belongs: { to: asked, answers: isAnswer && i === 0 } })),
  };
}

/** The refusal of a proposal that was parked. */
export function refuseAsked(asked: Asked, refusal: Refusal): FactDraft {
  return { ...refusalFact(asked, refusal), belongs: { to: asked, answers: true } };
}

function wantVariants({ id, data: { orderId, customerId } }: Asked, { wants }: Due): FactDraft {
  return { type: 'VariantsWanted', data: { orderId, customerId, change: id, items: [...wants] } };
}
