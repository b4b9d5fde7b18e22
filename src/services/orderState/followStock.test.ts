import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { backordered, cancelled, confirmed, placed, shipped } from './chapters.suite';
import { orderState } from './orderState';

describe('stock and orders', () => {
  test('[ORD7] an order whose stock is set aside is confirmed, also after a wait', () => {
    for (const history of [placed, backordered]) {
      given(orderState, history).when(event('StockReserved')).then(event('OrderConfirmed'));
    }
  });

  test('[ORD7] an order whose stock is short waits', () => {
    given(orderState, placed).when(event('StockShort')).then(event('OrderBackordered'));
  });

  test('[ORD7] a cancelled order stays cancelled, whatever the stock says', () => {
    given(orderState, cancelled).when(event('StockReserved')).thenNothing();
    given(orderState, cancelled).when(event('StockShort')).thenNothing();
  });

  test('[ORD7] old news changes nothing', () => {
    given(orderState, confirmed).when(event('StockShort')).thenNothing();
    given(orderState, confirmed).when(event('StockReserved')).thenNothing();
    given(orderState, shipped).when(event('StockReserved')).thenNothing();
    given(orderState, []).when(event('StockReserved')).thenNothing();
  });
});
