import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { cancelled, paid, placed } from './chapters.suite';
import { orderState } from './orderState';

describe('a payment', () => {
  test('[ORD2] is booked, and the sum of all is said', () => {
    given(orderState, [...placed, event('PaymentRecorded', { cents: 900, paidCents: 900 })])
      .when(event('PaymentCaptured', { cents: 2000 }))
      .then(event('PaymentRecorded', { cents: 2000, paidCents: 2900 }));
  });

  test('[ORD2] for an unknown order is refused', () => {
    given(orderState, []).when(event('PaymentCaptured')).thenRefused('unknown-order');
  });

  test('[ORD2] for a cancelled order is refused', () => {
    given(orderState, cancelled).when(event('PaymentCaptured')).thenRefused('order-cancelled');
  });

  test('[ORD2] of one cent too much is refused, with the numbers', () => {
    given(orderState, placed)
      .when(event('PaymentCaptured', { cents: 2901 }))
      .thenRefused('overpaid', /€29\.00 and €0\.00/);
    given(orderState, paid)
      .when(event('PaymentCaptured', { cents: 1 }))
      .thenRefused('overpaid', /€29\.00 and €29\.00/);
  });
});
