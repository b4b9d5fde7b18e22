import type { EventId, PostId, PromotionId, SaleId, Sku } from '../contracts';

export interface PostRow {
  readonly postId: PostId;
  readonly sku: Sku;
  readonly occasion: 'new-product' | 'sale';
  readonly text: string;
  readonly status: 'published' | 'rejected';
  readonly because: string | null;
  readonly at: number;
  readonly lastEvent: EventId;
  readonly changedAt: number;
}

export interface PromotionRow {
  readonly promotionId: PromotionId;
  readonly saleId: SaleId;
  readonly sku: Sku;
  readonly text: string;
  readonly status: 'running' | 'paused' | 'ended';
  /** Why it was last paused or resumed. */
  readonly because: string | null;
  readonly lastEvent: EventId;
  readonly changedAt: number;
}

/** What marketing says to the world. */
export interface Campaigns {
  readonly posts: Map<PostId, PostRow>;
  readonly promotions: Map<PromotionId, PromotionRow>;
}
