import type { OrderId, WorldEvent } from '../../contracts';
import { euros } from '../../kernel';
import { defineInvariant } from './Invariant';

interface Money {
  readonly paid: number;
  readonly back: number;
}

/** Money flows back to a customer only as far as it came in, and the running totals that events carry are the sums of the parts. */
export const moneyBackWithinPaid = defineInvariant<Map<OrderId, Money>>({
  id: 'INV4',
  says: 'Money back for an order is never more than was paid for it.',
  open: () => new Map(),
  check(orders, event) {
    if (!('orderId' in event.data) || event.data.orderId === null) return null;
    const { orderId } = event.data;
    const flow = flowOf(event);
    if (!flow) return null;
    const before = orders.get(orderId) ?? { paid: 0, back: 0 };
    const money = { paid: before.paid + flow.paid, back: before.back + flow.back };
    orders.set(orderId, money);
    if (event.type === 'PaymentRecorded' && event.data.paidCents !== money.paid) {
      return differs('paid', money.paid, event.data.paidCents);
    }
    if (event.type === 'RefundProcessed' && event.data.refundedCents !== money.back) {
      return differs('paid back', money.back, event.data.refundedCents);
    }
    return within(orderId, money);
  },
});

/** What an event pays and pays back for its order. Moving what was paid to another method is neither. */
function flowOf(event: WorldEvent): Money | null {
  switch (event.type) {
    case 'PaymentRecorded':
      return { paid: event.data.cents, back: 0 };
    case 'RefundProcessed':
      return { paid: 0, back: event.data.cents };
    case 'OrderCancelled':
      return { paid: 0, back: event.data.paidBackCents };
    case 'ItemsChanged':
    case 'ExchangeAccepted': {
      const { kind, cents } = event.data.difference ?? { kind: 'charge', cents: 0 };
      return kind === 'charge' ? { paid: cents, back: 0 } : { paid: 0, back: cents };
    }
    case 'OrderTakenOver': {
      const sum = (kind: string) => event.data.moves.reduce((all, one) => all + (one.kind === kind ? one.cents : 0), 0);
      return { paid: sum('charge'), back: sum('refund') };
    }
    default:
      return null;
  }
}

function within(orderId: OrderId, { paid, back }: Money): string | null {
  return back <= paid ? null : `order ${orderId} got ${euros(back)} back, and only ${euros(paid)} was paid`;
}

function differs(what: string, expected: number, said: number): string {
  return `${euros(expected)} were ${what} so far, the event says ${euros(said)}`;
}
