import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { sold } from './chapters.suite';
import { orderState } from './orderState';

describe('what comes from elsewhere', () => {
  test('[ORD16] a payment method is noted once: a balance is never set anew', () => {
    const gift = event('PaymentMethodAdded');
    given(orderState, []).when(event('PaymentMethodsSubmitted')).then(gift);
    given(orderState, [gift]).when(event('PaymentMethodsSubmitted')).thenRefused('known-method');
  });
  test('[ORD17] an order is taken over as it stands there, once', () => {
    given(orderState, sold)
      .when(event('OrderImportSubmitted'))
      .then(event('OrderImportBooked', { leftOut: [] }), event('OrderTakenOver'));
    given(orderState, [...sold, event('OrderTakenOver')])
      .when(event('OrderImportSubmitted'))
      .thenRefused('nothing-new');
  });
  test('[ORD16] only a gift card has a balance', () => {
    const [method] = event('PaymentMethodsSubmitted').data.methods;
    given(orderState, [])
      .when(event('PaymentMethodsSubmitted', { methods: [{ ...method!, kind: 'card', openingCents: 1 }] }))
      .thenRefused('no-balance');
  });
  const moved = (kind: 'charge' | 'refund', cents: number) => ({ methodId: 'card-7' as never, kind, cents });
  test.each([
    ['paid-back-too-much', 'delivered', [moved('refund', 1)], 'order 1042 got more back than was paid for it'],
    ['not-paid-back', 'cancelled', [moved('charge', 2900)], 'order 1042 is cancelled and not paid back'],
    ['overpaid', 'delivered', [moved('charge', 2901)], 'more was paid for order 1042 than it costs'],
  ] as const)('[ORD17] one whose money cannot be is left out, and says why: %s', (rule, status, moves, because) => {
    const [order] = event('OrderImportSubmitted').data.orders;
    const good = { ...order!, orderId: '1043' as never };
    given(orderState, sold)
      .when(event('OrderImportSubmitted', { orders: [{ ...order!, status, moves: [...moves] }, good] }))
      .then(
        event('OrderImportBooked', { leftOut: [{ id: '1042', rule, because }] }),
        event('OrderTakenOver', { orderId: '1043' }),
      );
  });
});
