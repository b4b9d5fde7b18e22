import type { WorldEvent } from './event';
import type { MoneyMove, MoneyPart } from './payments';

/**
 * Every movement of money that an event stands for: the one place that reads old and new shapes alike. What an order brought along
 * from another system moved there, not here: whoever keeps balances asks `event.type` first.
 */
export function moneyMoves(event: WorldEvent): readonly MoneyMove[] {
  switch (event.type) {
    case 'PaymentRecorded':
      return [{ methodId: event.data.methodId ?? null, kind: 'charge', cents: event.data.cents }];
    case 'OrderCancelled':
      return refunds(event.data.paidBack, event.data.paidBackCents);
    case 'RefundProcessed':
      return refunds(event.data.paidBack, event.data.cents);
    case 'PaymentMethodChanged':
      return [...refunds(event.data.refunded, 0), { ...event.data.charged, kind: 'charge' }];
    case 'ItemsChanged':
    case 'ExchangeAccepted':
      return event.data.difference ? [event.data.difference] : [];
    case 'OrderTakenOver':
      return event.data.moves;
    default:
      return [];
  }
}

/** Before methods had names, all money went back to the bank. */
function refunds(parts: readonly MoneyPart[] | undefined, cents: number): readonly MoneyMove[] {
  const shared = parts ?? (cents > 0 ? [{ methodId: null, cents }] : []);
  return shared.map((part) => ({ ...part, kind: 'refund' }));
}
