import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { placed, sold } from './chapters.suite';
import { orderState } from './orderState';

describe('an order', () => {
  const twoMugs = event('OrderSubmitted');
  const atPrice = (unitCents: number) => event('OrderPlaced', { items: [{ sku: 'MUG-1', qty: 2, unitCents }] });

  test('[ORD1] stands at the regular price', () => {
    given(orderState, sold).when(twoMugs).then(atPrice(1450));
  });

  test('[ORD1] stands at the sale price while a sale runs', () => {
    given(orderState, [...sold, event('SaleStarted')])
      .when(twoMugs)
      .then(atPrice(1160));
  });

  test('[ORD1] stands at the new regular price after the sale', () => {
    const history = [...sold, event('SaleStarted'), event('PriceChanged'), event('SaleEnded')];
    given(orderState, history).when(twoMugs).then(atPrice(1600));
  });

  test('[ORD1] with a number that was used is refused, without a word about whose it is', () => {
    const again = event('OrderSubmitted', { customerId: 'c-8' });
    given(orderState, placed)
      .when(again)
      .thenRefused('order-exists', /^(?!.*c-7)/);
  });

  test('[ORD1] for what the shop does not sell is refused', () => {
    given(orderState, [])
      .when(twoMugs)
      .thenRefused('unknown-sku', /does not sell MUG-1/);
  });

  test('[ORD1] that names a sku twice is refused', () => {
    const mug = { sku: 'MUG-1', qty: 1 };
    given(orderState, sold)
      .when(event('OrderSubmitted', { items: [mug, mug] }))
      .thenRefused('same-sku-twice');
  });

  test('[ORD1] that costs more than money can say is refused', () => {
    const history = [event('NewProduct', { priceCents: 100_000_000 })];
    given(orderState, history).when(twoMugs).thenRefused('too-big');
  });

  test('[ORD1] of a visitor is refused: nothing belongs to a visitor', () => {
    given(orderState, sold)
      .when(event('OrderSubmitted', { customerId: 'visitor-m-1' }))
      .thenRefused('not-a-customer');
  });
});
