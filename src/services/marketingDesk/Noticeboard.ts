import type { DataOf, PostId, PromotionId, SaleId, Sku, WorldEvent } from '../../contracts';
import { evolveAvailability, type Availability } from '../availability';

/** An advertisement for a sale. */
export interface Promotion {
  readonly saleId: SaleId;
  readonly sku: Sku;
  readonly status: 'running' | 'paused' | 'ended';
}

/** A post that went out at this position; `stands` until it is withdrawn. */
export interface Post {
  readonly sku: Sku;
  readonly occasion: DataOf<'PostPublished'>['occasion'];
  readonly position: number;
  readonly stands: boolean;
}

/** All that the Marketing desk must know to decide. */
export interface Noticeboard {
  readonly skus: Set<Sku>;
  readonly available: Availability;
  /** The sales that run. */
  readonly sales: Map<SaleId, Sku>;
  readonly posts: Map<PostId, Post>;
  readonly promotions: Map<PromotionId, Promotion>;
}

/** An empty noticeboard. */
export function openNoticeboard(): Noticeboard {
  return { skus: new Set(), available: new Map(), sales: new Map(), posts: new Map(), promotions: new Map() };
}

/** Folds an event into the noticeboard. */
export function evolveNoticeboard(board: Noticeboard, event: WorldEvent): Noticeboard {
  evolveAvailability(board.available, event);
  switch (event.type) {
    case 'NewProduct':
      board.skus.add(event.data.sku);
      break;
    case 'SaleStarted':
      board.sales.set(event.data.saleId, event.data.sku);
      break;
    case 'SaleEnded':
      board.sales.delete(event.data.saleId);
      break;
    case 'PostPublished':
      board.posts.set(event.data.postId, {
        sku: event.data.sku,
        occasion: event.data.occasion,
        position: event.position,
        stands: true,
      });
      break;
    case 'PostWithdrawn': {
      const post = board.posts.get(event.data.postId);
      if (post) board.posts.set(event.data.postId, { ...post, stands: false });
      break;
    }
    case 'PromotionStarted':
      board.promotions.set(event.data.promotionId, {
        saleId: event.data.saleId,
        sku: event.data.sku,
        status: 'running',
      });
      break;
    case 'PromotionPaused':
      change(board, event.data.promotionId, 'paused');
      break;
    case 'PromotionResumed':
      change(board, event.data.promotionId, 'running');
      break;
    case 'PromotionEnded':
      change(board, event.data.promotionId, 'ended');
      break;
    default:
  }
  return board;
}

function change({ promotions }: Noticeboard, promotionId: PromotionId, status: Promotion['status']): void {
  const promotion = promotions.get(promotionId);
  if (promotion) promotions.set(promotionId, { ...promotion, status });
}
