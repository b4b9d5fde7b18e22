import type { EventOf, PromotionId, Sku } from '../../contracts';
import { hasAvailable } from '../availability';
import { refuse } from '../refuse';
import type { Decision, FactDraft } from '../Service';
import type { Noticeboard, Promotion } from './Noticeboard';

/** Advertises a sale that runs, if there is something to buy. */
export function decidePromotion(board: Noticeboard, { data }: EventOf<'PromotionRequested'>): Decision {
  const { promotionId, saleId, sku } = data;
  if (!board.skus.has(sku)) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  if (board.sales.get(saleId) !== sku) return refuse('no-such-sale', `no sale ${saleId} of ${sku} is running`);
  if (board.promotions.has(promotionId))
    return refuse('promotion-exists', `the promotion ${promotionId} exists already`);
  if (!hasAvailable(board.available, sku)) return refuse('none-available', `no ${sku} is available`);
  return [{ type: 'PromotionStarted', data }];
}

/** Lets a promotion rest. */
export function decidePause(board: Noticeboard, { data }: EventOf<'PromotionPauseRequested'>): Decision {
  const { promotionId, sku } = data;
  const promotion = promotionOf(board, promotionId, sku);
  if (!promotion) return refuse('no-such-promotion', `there is no promotion ${promotionId} of ${sku}`);
  if (promotion.status !== 'running') return refuse('not-running', `promotion ${promotionId} is not running`);
  return [{ type: 'PromotionPaused', data }];
}

/** Takes a promotion up again, if there is something to buy. */
export function decideResume(board: Noticeboard, { data }: EventOf<'PromotionResumeRequested'>): Decision {
  const { promotionId, sku } = data;
  const promotion = promotionOf(board, promotionId, sku);
  if (!promotion) return refuse('no-such-promotion', `there is no promotion ${promotionId} of ${sku}`);
  if (promotion.status !== 'paused') return refuse('not-paused', `promotion ${promotionId} is not paused`);
  if (!hasAvailable(board.available, sku)) return refuse('none-available', `no ${sku} is available`);
  return [{ type: 'PromotionResumed', data }];
}

/** The sale is over, and so are its promotions, the resting ones too. */
export function followSaleEnd(board: Noticeboard, { data }: EventOf<'SaleEnded'>): readonly FactDraft[] {
  return [...board.promotions]
    .filter(([, { saleId, status }]) => saleId === data.saleId && status !== 'ended')
    .map(([promotionId, { saleId, sku }]) => ({ type: 'PromotionEnded', data: { promotionId, saleId, sku } }));
}

function promotionOf(board: Noticeboard, promotionId: PromotionId, sku: Sku): Promotion | undefined {
  const promotion = board.promotions.get(promotionId);
  return promotion?.sku === sku ? promotion : undefined;
}
