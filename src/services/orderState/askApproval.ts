import { agents, sayPolicy, type EventOf, type Policies, type PolicyName } from '../../contracts';
import { canonicalJson, moneyIn, sha256Hex } from '../../kernel';
import type { FactDraft } from '../Service';
import type { Due } from './Due';
import type { OrderBook } from './OrderBook';
import type { Asked } from './Asked';

const dayMs = 24 * 60 * 60 * 1000;

/** The fact that a proposal waits for the shopkeeper, when a policy wants that. Only what an assistant asks for can need it. */
export function askApproval(book: OrderBook, asked: Asked, due: Due): FactDraft | undefined {
  if (!(agents as readonly string[]).includes(asked.by)) return undefined;
  const policy = policyAgainst(book, asked, due);
  if (!policy) return undefined;
  const { id, type, data } = asked;
  const shown = {
    proposalId: id,
    asks: type,
    orderId: data.orderId,
    customerId: data.customerId,
    policy,
    because: sayPolicy(book.policies[policy], moneyIn(book.currency)),
    payload: sha256Hex(canonicalJson(data)),
    basis: book.head,
    cents: due.cents,
  };
  return { type: 'ApprovalAsked', data: shown };
}

function policyAgainst(book: OrderBook, asked: Asked, due: Due): PolicyName | undefined {
  const { policies } = book;
  const isRefund = asked.type === 'RefundRequested' || asked.type === 'ReturnRequested';
  const above = policies['refund-above'].cents;
  if ((isRefund || paysDifferenceBack(due)) && above !== null && due.cents > above) return 'refund-above';
  if (isRefund && isOneTooMany(book, asked, policies['refund-again'])) return 'refund-again';
  const { acts } = policies['asked-by-mail'];
  const isGiftCard = due.methodId !== null && book.methods.get(due.methodId)?.kind === 'gift-card';
  const act = actOf[asked.type];
  return (act && acts.includes(act)) || (isGiftCard && acts.includes('gift-card')) ? 'asked-by-mail' : undefined;
}

/** True when other variants cost less: the money may go to a method that did not pay, so the amount counts like any other refund. */
function paysDifferenceBack({ facts: [fact] }: Due): boolean {
  return (fact.type === 'ItemsChanged' || fact.type === 'ExchangeAccepted') && fact.data.difference?.kind === 'refund';
}

const actOf: { readonly [T in Asked['type']]: Policies['asked-by-mail']['acts'][number] | null } = {
  CancellationRequested: 'cancellation',
  AddressChangeRequested: 'address',
  ItemsChangeRequested: 'items',
  PaymentMethodChangeRequested: 'payment-method',
  ReturnRequested: 'return',
  ExchangeRequested: 'exchange',
  RefundRequested: null,
};

function isOneTooMany(
  { refundedAt }: OrderBook,
  { data, at }: EventOf<'RefundRequested' | 'ReturnRequested'>,
  { count, days }: Policies['refund-again'],
): boolean {
  if (count === null) return false;
  const recent = (refundedAt.get(data.customerId) ?? []).filter((before) => at - before <= days * dayMs);
  return recent.length + 1 >= count;
}
