import type { OrderId } from '../../contracts';
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
    switch (event.type) {
      case 'PaymentRecorded': {
        const money = add(orders, event.data.orderId, { paid: event.data.cents });
        return event.data.paidCents === money.paid ? null : differs('paid', money.paid, event.data.paidCents);
      }
      case 'RefundProcessed': {
        const money = add(orders, event.data.orderId, { back: event.data.cents });
        if (event.data.refundedCents !== money.back) return differs('paid back', money.back, event.data.refundedCents);
        return within(event.data.orderId, money);
      }
      case 'OrderCancelled': {
        return within(event.data.orderId, add(orders, event.data.orderId, { back: event.data.paidBackCents }));
      }
      default:
        return null;
    }
  },
});

function within(orderId: OrderId, { paid, back }: Money): string | null {
  return back <= paid ? null : `order ${orderId} got ${euros(back)} back, and only ${euros(paid)} was paid`;
}

function differs(what: string, expected: number, said: number): string {
  return `${euros(expected)} were ${what} so far, the event says ${euros(said)}`;
}

function add(orders: Map<OrderId, Money>, orderId: OrderId, { paid = 0, back = 0 }: Partial<Money>): Money {
  const before = orders.get(orderId) ?? { paid: 0, back: 0 };
  const money = { paid: before.paid + paid, back: before.back + back };
  orders.set(orderId, money);
  return money;
}
