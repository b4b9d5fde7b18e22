import type { DataOf, EventId, EventOf, PostId, PromotionId, SaleId, Sku, WorldEvent } from '../contracts';
import type { Projection } from './Projection';

export interface PostRow {
  readonly postId: PostId;
  readonly sku: Sku;
  readonly occasion: 'new-product' | 'sale';
  readonly text: string;
  readonly status: 'published' | 'withdrawn' | 'rejected';
  /** Why it did not go out, or was taken back. */
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
  /** Drafts that wait for the desk, by proposal. */
  readonly drafts: Map<EventId, DataOf<'PostDrafted'>>;
}

/** Folds what the Marketing desk lets out, and the drafts it stopped. */
export const campaigns: Projection<Campaigns> = {
  name: 'campaigns',
  version: 2,
  open: () => ({ posts: new Map(), promotions: new Map(), drafts: new Map() }),
  evolve(view, event) {
    switch (event.type) {
      case 'PostDrafted':
        view.drafts.set(event.id, event.data);
        return view;
      case 'PostPublished':
        if (event.answers) view.drafts.delete(event.answers);
        view.posts.set(event.data.postId, post(event, event.data, 'published', null));
        return view;
      case 'PostWithdrawn':
        return withdraw(view, event);
      case 'PostRejected':
        return reject(view, event);
      case 'PromotionStarted':
        return start(view, event);
      case 'PromotionPaused':
        return change(view, event, event.data.promotionId, { status: 'paused', because: event.data.reason });
      case 'PromotionResumed':
        return change(view, event, event.data.promotionId, { status: 'running', because: event.data.reason });
      case 'PromotionEnded':
        return change(view, event, event.data.promotionId, { status: 'ended' });
      default:
        return view;
    }
  },
};

function post(
  event: WorldEvent,
  { postId, sku, occasion, text }: DataOf<'PostDrafted'>,
  status: PostRow['status'],
  because: string | null,
): PostRow {
  return { postId, sku, occasion, text, status, because, at: event.at, lastEvent: event.id, changedAt: event.position };
}

function withdraw(view: Campaigns, event: EventOf<'PostWithdrawn'>): Campaigns {
  const row = view.posts.get(event.data.postId);
  if (!row) return view;
  const { because } = event.data;
  view.posts.set(row.postId, {
    ...row,
    status: 'withdrawn',
    because: because.replace('-', ' '),
    lastEvent: event.id,
    changedAt: event.position,
  });
  return view;
}

/** The refusal does not repeat the text, so it comes from the draft. A post that is out stays out when its id is drafted again. */
function reject(view: Campaigns, event: EventOf<'PostRejected'>): Campaigns {
  const draft = event.answers && view.drafts.get(event.answers);
  if (!event.answers || !draft) return view;
  view.drafts.delete(event.answers);
  const old = view.posts.get(draft.postId);
  if (old && old.status !== 'rejected') return view;
  view.posts.set(draft.postId, post(event, draft, 'rejected', event.data.because));
  return view;
}

function start(view: Campaigns, event: EventOf<'PromotionStarted'>): Campaigns {
  const { promotionId, saleId, sku, text } = event.data;
  const place = { lastEvent: event.id, changedAt: event.position };
  view.promotions.set(promotionId, { promotionId, saleId, sku, text, status: 'running', because: null, ...place });
  return view;
}

function change(view: Campaigns, event: WorldEvent, promotionId: PromotionId, to: Partial<PromotionRow>): Campaigns {
  const row = view.promotions.get(promotionId);
  if (!row) return view;
  view.promotions.set(promotionId, { ...row, ...to, lastEvent: event.id, changedAt: event.position });
  return view;
}
