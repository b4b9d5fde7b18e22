import { free, pick, refuse, skus, type Numbers, type Shop } from './shop';

/** What the shopkeeper and marketing try. What does not fit the shop's state is refused, or nothing happens. */
export const marketActs = {
  reprice(shop: Shop, { a, qty }: Numbers) {
    const price = { sku: pick(skus, a), priceCents: 900 + qty };
    const cause = shop.history.tell('PriceChanged', price, {
      answers: shop.history.tell('PriceChangeRequested', price),
    });
    const isGone = (postId: string) =>
      shop.history.events.some(({ type, data }) => type === 'PostWithdrawn' && data.postId === postId);
    for (const { type, data } of [...shop.history.events]) {
      if (type !== 'PostPublished' || data.sku !== price.sku || isGone(data.postId)) continue;
      const { postId, sku, occasion } = data;
      shop.history.tell('PostWithdrawn', { postId, sku, occasion, because: 'price-changed' }, { cause });
    }
  },
  sale(shop: Shop, { n, a }: Numbers) {
    const sku = pick(skus, a);
    const running = shop.sales.get(sku);
    if (!running) {
      const sale = { saleId: `s-${n}`, sku, percentOff: 20 };
      const answers = shop.history.tell('SaleRequested', sale);
      shop.history.tell('SaleStarted', { ...sale, saleCents: 800 }, { answers });
      shop.sales.set(sku, sale.saleId);
      return;
    }
    const end = { saleId: running, sku };
    const cause = shop.history.tell('SaleEnded', end, { answers: shop.history.tell('SaleEndRequested', end) });
    shop.sales.delete(sku);
    const promotion = shop.promotions.get(sku);
    if (promotion) shop.history.tell('PromotionEnded', { ...end, promotionId: promotion.promotionId }, { cause });
    shop.promotions.delete(sku);
  },
  post(shop: Shop, { n, a, b }: Numbers) {
    const sku = pick(skus, a);
    const post = { postId: `p-${n}`, sku, occasion: b % 2 ? 'sale' : 'new-product', text: 'Buy it' } as const;
    const answers = shop.history.tell('PostDrafted', post);
    if (b % 13 === 12) return;
    if (free(shop, sku) > 0) shop.history.tell('PostPublished', post, { answers });
    else refuse(shop, 'PostRejected', answers);
  },
  promote(shop: Shop, { n, a }: Numbers) {
    const sku = pick(skus, a);
    const saleId = shop.sales.get(sku);
    const promotion = shop.promotions.get(sku);
    if (!promotion) {
      const start = { promotionId: `pr-${n}`, saleId: saleId ?? 's-none', sku, text: 'Cheap' };
      const answers = shop.history.tell('PromotionRequested', start);
      if (!saleId || free(shop, sku) < 1) return refuse(shop, 'PromotionRefused', answers);
      shop.promotions.set(sku, { promotionId: start.promotionId, saleId, status: 'running' });
      shop.history.tell('PromotionStarted', start, { answers });
      return;
    }
    const change = { promotionId: promotion.promotionId, sku, reason: 'stock' };
    if (promotion.status === 'running') {
      promotion.status = 'paused';
      shop.history.tell('PromotionPaused', change, { answers: shop.history.tell('PromotionPauseRequested', change) });
      return;
    }
    const answers = shop.history.tell('PromotionResumeRequested', change);
    if (free(shop, sku) < 1) return refuse(shop, 'PromotionResumeRefused', answers);
    promotion.status = 'running';
    shop.history.tell('PromotionResumed', change, { answers });
  },
};
