import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { catalogue } from './catalogue';

const sold = [event('NewProduct')];
const onSale = [...sold, event('SaleStarted')];

describe('a product', () => {
  test('[CTL1] is new once', () => {
    given(catalogue, []).when(event('ProductSubmitted')).then(event('NewProduct'));
    given(catalogue, sold).when(event('ProductSubmitted')).thenRefused('known-sku');
  });
});

describe('a price', () => {
  test('[CTL2] changes', () => {
    given(catalogue, sold).when(event('PriceChangeRequested')).then(event('PriceChanged'));
  });

  test('[CTL2] of an unknown sku does not, nor to what it is', () => {
    given(catalogue, []).when(event('PriceChangeRequested')).thenRefused('unknown-sku');
    given(catalogue, [...sold, event('PriceChanged')])
      .when(event('PriceChangeRequested'))
      .thenRefused('same-price');
  });
});

describe('a sale', () => {
  const ask = event('SaleRequested');

  test('[CTL3] runs at so many percent off today’s price', () => {
    given(catalogue, sold).when(ask).then(event('SaleStarted'));
    given(catalogue, [...sold, event('PriceChanged')])
      .when(ask)
      .then(event('SaleStarted', { saleCents: 1280 }));
  });

  test('[CTL3] costs whole cents, at least one', () => {
    given(catalogue, [event('NewProduct', { priceCents: 3 })])
      .when(event('SaleRequested', { percentOff: 50 }))
      .then(event('SaleStarted', { percentOff: 50, saleCents: 2 }));
    given(catalogue, [event('NewProduct', { priceCents: 1 })])
      .when(event('SaleRequested', { percentOff: 90 }))
      .then(event('SaleStarted', { percentOff: 90, saleCents: 1 }));
  });

  test('[CTL3] of an unknown sku, with a used number, or beside another is refused', () => {
    given(catalogue, []).when(ask).thenRefused('unknown-sku');
    given(catalogue, [...onSale, event('SaleEnded')])
      .when(ask)
      .thenRefused('sale-exists');
    given(catalogue, onSale)
      .when(event('SaleRequested', { saleId: 's-2' }))
      .thenRefused('sale-running');
  });
});

describe('the end of a sale', () => {
  test('[CTL4] comes once', () => {
    given(catalogue, onSale).when(event('SaleEndRequested')).then(event('SaleEnded'));
    given(catalogue, [...onSale, event('SaleEnded')])
      .when(event('SaleEndRequested'))
      .thenRefused('no-such-sale');
  });

  test('[CTL4] names the sale that runs', () => {
    given(catalogue, onSale)
      .when(event('SaleEndRequested', { saleId: 's-2' }))
      .thenRefused('no-such-sale');
    given(catalogue, []).when(event('SaleEndRequested')).thenRefused('no-such-sale');
  });
});

describe('the currency', () => {
  const ask = event('CurrencyRequested', { currency: 'USD' });

  test('[CTL5] is euros until a shop without prices fixes another', () => {
    given(catalogue, [])
      .when(ask)
      .then(event('CurrencySet', { currency: 'USD' }));
    given(catalogue, [])
      .when(event('CurrencyRequested', { currency: 'EUR' }))
      .thenRefused('same-currency');
    given(catalogue, [event('CurrencySet', { currency: 'USD' })])
      .when(ask)
      .thenRefused('same-currency');
  });

  test('[CTL5] stays what it is once there is a price in it', () => {
    given(catalogue, sold).when(ask).thenRefused('prices-exist');
    given(catalogue, [event('CurrencySet', { currency: 'USD' }), ...sold])
      .when(event('CurrencyRequested', { currency: 'EUR' }))
      .thenRefused('prices-exist');
  });
});
