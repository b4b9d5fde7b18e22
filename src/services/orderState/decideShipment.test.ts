import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { backordered, cancelled, confirmed, delivered, paid, placed, shipped } from './chapters.suite';
import { orderState } from './orderState';

const taken = event('ShipmentReported');
const arrived = event('DeliveryReported');

describe('a shipment', () => {
  test('[ORD3] of a confirmed and paid order is on its way with all its items', () => {
    given(orderState, paid).when(taken).then(event('OrderShipped'));
  });

  test('[ORD3] of an unknown order is refused', () => {
    given(orderState, []).when(taken).thenRefused('unknown-order');
  });

  test.each([
    ['placed', placed],
    ['backordered', backordered],
  ])('[ORD3] of an order that is only %s is refused', (_, history) => {
    given(orderState, history).when(taken).thenRefused('not-confirmed');
  });

  test('[ORD3] of an order that is not paid in full is refused', () => {
    const part = event('PaymentRecorded', { cents: 2899, paidCents: 2899 });
    given(orderState, [...confirmed, part])
      .when(taken)
      .thenRefused('not-paid');
  });

  test.each([
    ['shipped', shipped],
    ['delivered', delivered],
  ])('[ORD3] of an order that is %s is refused', (_, history) => {
    given(orderState, history).when(taken).thenRefused('already-shipped');
  });

  test('[ORD3] of a cancelled order is refused', () => {
    given(orderState, cancelled).when(taken).thenRefused('order-cancelled');
  });
});

describe('a delivery', () => {
  test('[ORD4] of a shipped order has arrived', () => {
    given(orderState, shipped).when(arrived).then(event('OrderDelivered'));
  });

  test('[ORD4] of an unknown order is refused', () => {
    given(orderState, []).when(arrived).thenRefused('unknown-order');
  });

  test.each([
    ['paid', paid],
    ['cancelled', cancelled],
  ])('[ORD4] of an order that is %s and was never sent is refused', (_, history) => {
    given(orderState, history).when(arrived).thenRefused('not-shipped');
  });

  test('[ORD4] is reported once', () => {
    given(orderState, delivered).when(arrived).thenRefused('already-delivered');
  });
});
