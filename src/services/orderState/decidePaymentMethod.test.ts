import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../../contracts';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { confirmed, paid } from './chapters.suite';
import { orderState } from './orderState';

const rich = [...paid, event('PaymentMethodAdded')];
const changed = event('PaymentMethodChanged');

describe('another way to pay', () => {
  test('[ORD10] pays back who paid and charges the other, in one fact', () => {
    given(orderState, rich).when(event('PaymentMethodChangeRequested')).then(changed);
  });

  test('[ORD13] and then a cancellation pays back once, to what paid in the end', () => {
    given(orderState, [...rich, changed])
      .when(event('CancellationRequested'))
      .then(event('OrderCancelled', { paidBack: [{ methodId: 'gift-7', cents: 2900 }] }));
  });

  test('[ORD10] is refused to a gift card that does not hold so much', () => {
    given(orderState, [...paid, event('PaymentMethodAdded', { openingCents: 2899 })])
      .when(event('PaymentMethodChangeRequested'))
      .thenRefused('gift-card-short', /€28\.99 left, and €29\.00/);
  });

  test('[ORD10] is refused when nothing was paid, and when it is the one that paid', () => {
    given(orderState, [...confirmed, event('PaymentMethodAdded')])
      .when(event('PaymentMethodChangeRequested'))
      .thenRefused('nothing-paid');
    given(orderState, [...rich, changed])
      .when(event('PaymentMethodChangeRequested'))
      .thenRefused('same-method', /gift-7 already/);
  });

  test('[ORD10] is refused when it is none of this customer’s, in the words for none', () => {
    given(orderState, [...paid, event('PaymentMethodAdded', { customerId: 'c-8' })])
      .when(event('PaymentMethodChangeRequested'))
      .thenRefused('unknown-method');
  });

  test('[ORD13] change the payment method, then cancel: pays back once, where adding up whatever was charged pays twice', () => {
    const history = [...rich, changed];
    const naive = history.reduce((sum, event) => sum + chargedIn(event), 0);
    expect(naive).toBe(5800);
    const cancelled = event('OrderCancelled', { paidBack: [{ methodId: 'gift-7', cents: 2900 }] });
    expect(cancelled.data.paidBackCents).toBe(2900);
    given(orderState, history).when(event('CancellationRequested')).then(cancelled);
    given(orderState, [...history, cancelled])
      .when(event('CancellationRequested'))
      .thenRefused('already-cancelled');
  });
});

/** What a shop without a ledger would pay back: everything that any method was ever charged. */
function chargedIn(event: WorldEvent): number {
  if (event.type === 'PaymentRecorded') return event.data.cents;
  return event.type === 'PaymentMethodChanged' ? event.data.charged.cents : 0;
}
