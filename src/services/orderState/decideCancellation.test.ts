import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { backordered, cancelled, delivered, paid, placed, shipped } from './chapters.suite';
import { orderState } from './orderState';

const please = event('CancellationRequested');

describe('a cancellation', () => {
  test.each([
    ['placed', placed],
    ['backordered', backordered],
  ])('[ORD5] of an order that is %s pays nothing back, for nothing was paid', (_, history) => {
    given(orderState, history)
      .when(please)
      .then(event('OrderCancelled', { paidBackCents: 0, paidBack: [] }));
  });

  test('[ORD5] of a paid order pays all of it back', () => {
    given(orderState, paid)
      .when(please)
      .then(event('OrderCancelled', { paidBackCents: 2900 }));
  });

  test.each([
    ['shipped', shipped],
    ['delivered', delivered],
  ])('[ORD5] of an order that is %s is refused', (_, history) => {
    given(orderState, history).when(please).thenRefused('already-shipped');
  });

  test('[ORD5] for a reason that the house does not take is refused, and the reason is kept with one that it takes', () => {
    const policy = { name: 'cancel-reasons' as const, reasons: ['ordered-by-mistake' as const] };
    const strict = [...paid, event('PolicySet', { policy })];
    given(orderState, strict)
      .when(event('CancellationRequested', { reason: 'too-slow' }))
      .thenRefused('no-such-reason', /only because .*, not because it takes too long/);
    given(orderState, strict)
      .when(event('CancellationRequested', { reason: 'ordered-by-mistake' }))
      .then(event('OrderCancelled', { reason: 'ordered-by-mistake' }));
  });

  test('[ORD5] is done once', () => {
    given(orderState, cancelled).when(please).thenRefused('already-cancelled');
  });

  test('[ORD5] of somebody else’s order reads like that of no order at all', () => {
    const theirs = event('CancellationRequested', { customerId: 'c-8' });
    for (const history of [[], shipped]) {
      given(orderState, history)
        .when(theirs)
        .thenRefused('unknown-order', /^this customer has no order 1042$/);
    }
  });
});
