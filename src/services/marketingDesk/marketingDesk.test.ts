import { describe, test } from 'vitest';
import type { WorldEvent } from '../../contracts';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { marketingDesk } from './marketingDesk';

const sold = [event('NewProduct')];
const stocked = [...sold, event('InventoryUpdated')];
const lastTaken = event('StockReserved', { items: [{ sku: 'MUG-1', qty: 21, available: 0 }] });
const onSale = [...stocked, event('SaleStarted')];
const running = [...onSale, event('PromotionStarted')];
const paused = [...running, event('PromotionPaused')];

describe('a post', () => {
  const draft = event('PostDrafted');

  test('[MKT1] goes out when there is something to buy', () => {
    given(marketingDesk, stocked).when(draft).then(event('PostPublished'));
  });

  test.each<[string, WorldEvent[]]>([
    ['never was any', sold],
    ['just was the last', [...stocked, lastTaken]],
  ])('[MKT1] does not go out when there %s', (_, history) => {
    given(marketingDesk, history)
      .when(draft)
      .thenRefused('none-available', /no MUG-1 is available/);
  });

  test('[MKT1] goes out when what was taken is free again', () => {
    given(marketingDesk, [...stocked, lastTaken, event('StockReleased')])
      .when(draft)
      .then(event('PostPublished'));
  });

  test('[MKT1] goes out once, and not for what the shop does not sell', () => {
    given(marketingDesk, [...stocked, event('PostPublished')])
      .when(draft)
      .thenRefused('post-exists');
    given(marketingDesk, []).when(draft).thenRefused('unknown-sku');
  });
});

describe('a promotion', () => {
  const ask = event('PromotionRequested');

  test('[MKT2] of a sale that runs starts when there is something to buy', () => {
    given(marketingDesk, onSale).when(ask).then(event('PromotionStarted'));
    given(marketingDesk, [...onSale, lastTaken])
      .when(ask)
      .thenRefused('none-available');
  });

  test('[MKT2] of no sale, of one that is over, or of another sku’s is refused', () => {
    const ofPens = [...stocked, event('SaleStarted', { sku: 'PEN-1' })];
    for (const history of [stocked, [...onSale, event('SaleEnded')], ofPens]) {
      given(marketingDesk, history).when(ask).thenRefused('no-such-sale');
    }
  });

  test('[MKT2] with a used number, or of an unknown sku, is refused', () => {
    given(marketingDesk, running).when(ask).thenRefused('promotion-exists');
    given(marketingDesk, []).when(ask).thenRefused('unknown-sku');
  });
});

describe('a pause', () => {
  const ask = event('PromotionPauseRequested');

  test('[MKT3] lets a running promotion rest', () => {
    given(marketingDesk, running).when(ask).then(event('PromotionPaused'));
  });

  test('[MKT3] of what does not run is refused', () => {
    given(marketingDesk, paused).when(ask).thenRefused('not-running');
    given(marketingDesk, [...running, event('PromotionEnded')])
      .when(ask)
      .thenRefused('not-running');
  });

  test('[MKT3] of no promotion of this sku is refused', () => {
    given(marketingDesk, onSale).when(ask).thenRefused('no-such-promotion');
    given(marketingDesk, running)
      .when(event('PromotionPauseRequested', { sku: 'PEN-1' }))
      .thenRefused('no-such-promotion');
  });
});

describe('a resumption', () => {
  const ask = event('PromotionResumeRequested');

  test('[MKT4] lets a paused promotion run when there is something to buy', () => {
    given(marketingDesk, paused).when(ask).then(event('PromotionResumed'));
    given(marketingDesk, [...paused, lastTaken])
      .when(ask)
      .thenRefused('none-available');
  });

  test('[MKT4] of what does not rest is refused', () => {
    given(marketingDesk, running).when(ask).thenRefused('not-paused');
    given(marketingDesk, [...paused, event('PromotionResumed')])
      .when(ask)
      .thenRefused('not-paused');
    given(marketingDesk, onSale).when(ask).thenRefused('no-such-promotion');
  });
});

describe('a post that no longer is so', () => {
  const published = event('PostPublished', { postId: 'p-1', sku: 'MUG-1', occasion: 'new-product' });
  const withdrawn = (because: 'price-changed' | 'sale-started' | 'sale-ended' | 'sold-out') =>
    event('PostWithdrawn', { because });
  const out = [...stocked, published];

  test('[MKT6] is withdrawn when its price changes, a sale begins or ends', () => {
    given(marketingDesk, out).when(event('PriceChanged')).then(withdrawn('price-changed'));
    given(marketingDesk, out).when(event('SaleStarted')).then(withdrawn('sale-started'));
    given(marketingDesk, out).when(event('SaleEnded')).then(withdrawn('sale-ended'));
  });

  test('[MKT6] is withdrawn when the last one is gone, and not when some are left or are there again', () => {
    given(marketingDesk, out).when(lastTaken).then(withdrawn('sold-out'));
    given(marketingDesk, out).when(event('StockReserved')).thenNothing();
  });

  test('[MKT6] is withdrawn once, and of other products none is', () => {
    given(marketingDesk, [...out, withdrawn('sold-out')])
      .when(event('PriceChanged'))
      .thenNothing();
    given(marketingDesk, out)
      .when(event('PriceChanged', { sku: 'PEN-1' }))
      .thenNothing();
  });
});

describe('the end of a sale', () => {
  const over = event('SaleEnded');

  test('[MKT5] ends its promotions, running or paused, once', () => {
    given(marketingDesk, running).when(over).then(event('PromotionEnded'));
    given(marketingDesk, paused).when(over).then(event('PromotionEnded'));
    given(marketingDesk, [...running, event('PromotionEnded')])
      .when(over)
      .thenNothing();
  });

  test('[MKT5] leaves those of other sales alone', () => {
    given(marketingDesk, running)
      .when(event('SaleEnded', { saleId: 's-2', sku: 'PEN-1' }))
      .thenNothing();
  });
});
