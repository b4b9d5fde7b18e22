import { moneyMoves, type MoneyMove, type WorldEvent } from '../../contracts';
import { afterMove } from './money';
import type { OrderBook } from './OrderBook';

/** Keeps up with who paid for what, what is on each gift card, and how often each customer got money back. */
export function evolveMoney(book: OrderBook, event: WorldEvent): void {
  if (event.type === 'PaymentMethodAdded') {
    const { customerId, methodId, kind, openingCents } = event.data;
    book.methods.set(methodId, { customerId, kind, balanceCents: openingCents });
  }
  const moves = moneyMoves(event);
  if (moves.length > 0) {
    const order = 'orderId' in event.data && event.data.orderId ? book.orders.get(event.data.orderId) : undefined;
    if (order) book.orders.set(order.orderId, { ...order, paidBy: moves.reduce(afterMove, order.paidBy) });
    // What moved in another system before moved no balance here.
    if (event.type !== 'OrderTakenOver') for (const move of moves) evolveBalance(book.methods, move);
  }
  if (event.type === 'ReturnAccepted' || (event.type === 'RefundProcessed' && event.answers)) {
    const { customerId } = event.data;
    book.refundedAt.set(customerId, [...(book.refundedAt.get(customerId) ?? []), event.at]);
  }
}

function evolveBalance(methods: OrderBook['methods'], { methodId, kind, cents }: MoneyMove): void {
  const method = methodId && methods.get(methodId);
  if (!methodId || method?.kind !== 'gift-card') return;
  const balanceCents = method.balanceCents + (kind === 'charge' ? -cents : cents);
  methods.set(methodId, { ...method, balanceCents });
}
