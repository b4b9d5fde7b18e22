import type { Service } from '../Service';
import { decidePost } from './decidePost';
import { decidePause, decidePromotion, decideResume, followSaleEnd } from './decidePromotion';
import { followLevels, followPrice } from './withdrawPosts';
import { evolveNoticeboard, openNoticeboard, type Noticeboard } from './Noticeboard';

/** The Marketing desk: what the shop says to the world. Nothing is advertised that nobody can buy. */
export const marketingDesk: Service<Noticeboard> = {
  name: 'marketing-desk',
  version: 1,
  open: openNoticeboard,
  evolve: evolveNoticeboard,
  decide: {
    PostDrafted: decidePost,
    PromotionRequested: decidePromotion,
    PromotionPauseRequested: decidePause,
    PromotionResumeRequested: decideResume,
  },
  react: {
    PriceChanged: followPrice('price-changed'),
    SaleStarted: followPrice('sale-started'),
    SaleEnded: (board, event) => [...followSaleEnd(board, event), ...followPrice('sale-ended')(board, event)],
    StockReserved: followLevels,
    InventoryUpdated: followLevels,
  },
};
