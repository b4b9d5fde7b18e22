import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { paid } from './chapters.suite';
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

  test('[ORD10] is refused when it is none of this customer’s, in the words for none', () => {
    given(orderState, [...paid, event('PaymentMethodAdded', { customerId: 'c-8' })])
      .when(event('PaymentMethodChangeRequested'))
      .thenRefused('unknown-method');
  });
});
