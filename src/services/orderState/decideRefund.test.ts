import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { cancelled, confirmed, delivered, placed, shipped } from './chapters.suite';
import { orderState } from './orderState';

const oneMug = event('RefundRequested');
const dayMs = 24 * 60 * 60 * 1000;

describe('a refund', () => {
  test('[ORD6] of a unit that was sent is paid back, and the sum of all is said', () => {
    given(orderState, shipped).when(oneMug).then(event('RefundProcessed'));
    given(orderState, [...delivered, event('RefundProcessed', { cents: 1000, refundedCents: 1000 })])
      .when(oneMug)
      .then(event('RefundProcessed', { refundedCents: 2450 }));
  });

  test('[ORD6] of somebody else’s order reads like that of no order at all', () => {
    const theirs = event('RefundRequested', { customerId: 'c-8' });
    for (const history of [[], shipped]) {
      given(orderState, history)
        .when(theirs)
        .thenRefused('unknown-order', /^this customer has no order 1042$/);
    }
  });

  test('[ORD6] of what is not in the order is refused', () => {
    given(orderState, shipped)
      .when(event('RefundRequested', { sku: 'PEN-1' }))
      .thenRefused('not-in-order', /PEN-1 is not in order 1042/);
  });

  test('[ORD6] before it was sent is refused: it can be cancelled', () => {
    for (const history of [placed, confirmed]) {
      given(orderState, history)
        .when(oneMug)
        .thenRefused('not-shipped', /can be cancelled/);
    }
  });

  test('[ORD6] of a cancelled order is refused: it is paid back', () => {
    given(orderState, cancelled).when(oneMug).thenRefused('order-cancelled');
  });

  test('[ORD6] of the same unit a second time is refused', () => {
    const both = event('RefundProcessed', { qty: 2, cents: 100, refundedCents: 100 });
    given(orderState, [...shipped, both])
      .when(oneMug)
      .thenRefused('already-refunded');
  });

  test('[ORD6] of more units than are left is refused', () => {
    given(orderState, [...shipped, event('RefundProcessed')])
      .when(event('RefundRequested', { qty: 2, cents: 100 }))
      .thenRefused('already-refunded', /1 already refunded/);
  });

  test('[ORD6] of more than the units cost is refused', () => {
    given(orderState, shipped)
      .when(event('RefundRequested', { cents: 1451 }))
      .thenRefused('too-much', /€14\.50/);
  });

  test('[ORD6] of more than is left of what was paid is refused', () => {
    const cheaper = event('PaymentRecorded', { cents: 1000, paidCents: 1000 });
    given(orderState, [...confirmed, cheaper, event('OrderShipped')])
      .when(oneMug)
      .thenRefused('not-paid', /€10\.00 is left/);
  });

  test.each([
    ['not-wanted', 30],
    ['damaged', 90],
    ['wrong-item', 90],
  ] as const)('[ORD6] of what is %s can be had for %i days after delivery, and no longer', (reason, days) => {
    const asked = (at: number) => event('RefundRequested', { reason }, { at });
    given(orderState, delivered)
      .when(asked(days * dayMs))
      .then(event('RefundProcessed'));
    given(orderState, delivered)
      .when(asked(days * dayMs + 1))
      .thenRefused('too-late', new RegExp(`${days} days`));
  });
});
