import {
  sayEvent,
  type DataOf,
  type EventId,
  type PostId,
  type PromotionId,
  type SaleId,
  type Sku,
  type WorldEvent,
} from '../../contracts';
import { defaultCurrency, type Currency } from '../../kernel';
import type { KnowledgeDocument } from '../../knowledge';
import { answeredBy, openActs, rememberAct, type Acts } from '../Acts';

interface Promotion {
  readonly sku: Sku;
  readonly status: 'running' | 'paused' | 'ended';
  /** Paused because this agent asked for it: then it may take it up again. What a person paused stays paused. */
  readonly byMe: boolean;
}

/** One thing there is to post: whether it still has to be, and what became of it so far. */
export interface Posting {
  readonly owed: boolean;
  /** How often it went out; each has an id of its own. */
  readonly editions: number;
  /** The one that is out. */
  readonly out: PostId | null;
}

const unposted: Posting = { owed: true, editions: 0, out: null };

interface Shown {
  readonly title: string;
  readonly threshold: number;
  readonly available: number;
  readonly low: boolean;
  /** The event that brought something to a shelf that had nothing. */
  readonly rose: EventId | null;
  /** The event that lifted the level above its threshold. */
  readonly recovered: EventId | null;
  /** What is to be said of it in the shop, and of the sale that runs. */
  readonly news: Posting;
  readonly sale: { readonly saleId: SaleId; readonly posting: Posting; readonly owesPromotion: boolean } | null;
  /** The facts that what is said of it rests on, by position: what it is, its price, its sale, its level. */
  readonly facts: Readonly<Partial<Record<'product' | 'price' | 'sale' | 'level', number>>>;
  readonly lines: readonly string[];
}

export interface MarketingMemory {
  /** What prices are counted in. */
  readonly currency: Currency;
  readonly acts: Acts;
  readonly skus: Map<Sku, Shown>;
  readonly promotions: Map<PromotionId, Promotion>;
}

export function openMemory(): MarketingMemory {
  return { currency: defaultCurrency, acts: openActs(), skus: new Map(), promotions: new Map() };
}

export function remember(memory: MarketingMemory, event: WorldEvent): MarketingMemory {
  rememberAct(memory.acts, 'marketing', event);
  if (event.type === 'CurrencySet') return { ...memory, currency: event.data.currency };
  const { skus, promotions } = memory;
  const change = (sku: Sku, by: (shown: Shown) => Partial<Shown>) => {
    const shown = skus.get(sku);
    if (shown) skus.set(sku, { ...shown, ...by(shown) });
  };
  const forSale = (sku: Sku, by: Partial<NonNullable<Shown['sale']>>) =>
    change(sku, ({ sale }) => ({ sale: sale && { ...sale, ...by } }));
  const repost = (sku: Sku, occasion: 'new-product' | 'sale', by: (was: Posting) => Posting) =>
    change(sku, ({ news, sale }) =>
      occasion === 'new-product' ? { news: by(news) } : { sale: sale && { ...sale, posting: by(sale.posting) } },
    );
  const act = answeredBy(memory.acts, event);

  switch (event.type) {
    case 'NewProduct': {
      const { sku, title, lowStockAt } = event.data;
      skus.set(sku, {
        title,
        threshold: lowStockAt,
        available: 0,
        low: false,
        rose: null,
        recovered: null,
        news: unposted,
        sale: null,
        facts: { product: event.position },
        lines: [],
      });
      break;
    }
    case 'SaleStarted':
      change(event.data.sku, () => ({ sale: { saleId: event.data.saleId, posting: unposted, owesPromotion: true } }));
      break;
    case 'SaleEnded':
      change(event.data.sku, () => ({ sale: null }));
      break;
    case 'LowStockAlert':
      change(event.data.sku, () => ({ low: true }));
      break;
    case 'InventoryUpdated':
    case 'StockReserved':
    case 'StockReleased':
      for (const { sku, available } of 'items' in event.data ? event.data.items : [event.data]) {
        change(sku, (was) => ({
          available,
          low: was.low && available <= was.threshold,
          rose: was.available === 0 && available > 0 ? event.id : was.rose,
          recovered: was.available <= was.threshold && available > was.threshold ? event.id : was.recovered,
        }));
      }
      break;
    case 'PostPublished': {
      const { sku, occasion, postId } = event.data;
      repost(sku, occasion, ({ editions }) => ({ owed: false, editions: editions + 1, out: postId }));
      break;
    }
    case 'PostWithdrawn': {
      const { sku, occasion, postId } = event.data;
      repost(sku, occasion, (was) => (was.out === postId ? { ...was, owed: true, out: null } : was));
      break;
    }
    case 'PostRejected':
      // It is out already. Every other refusal leaves the post owed: it is tried again when stock comes.
      if (act && event.data.rule === 'post-exists') {
        const { sku, occasion, postId } = act.data as DataOf<'PostDrafted'>;
        repost(sku, occasion, (was) => (was.out === postId ? { ...was, owed: false } : was));
      }
      break;
    case 'PromotionRefused':
      if (act && event.data.rule === 'promotion-exists') forSale(act.data['sku'] as Sku, { owesPromotion: false });
      break;
    case 'PromotionStarted':
      promotions.set(event.data.promotionId, { sku: event.data.sku, status: 'running', byMe: false });
      forSale(event.data.sku, { owesPromotion: false });
      break;
    case 'PromotionPaused':
      promotions.set(event.data.promotionId, { sku: event.data.sku, status: 'paused', byMe: act !== null });
      break;
    case 'PromotionResumed':
      promotions.set(event.data.promotionId, { sku: event.data.sku, status: 'running', byMe: false });
      break;
    case 'PromotionEnded':
      promotions.delete(event.data.promotionId);
      break;
    default:
  }
  for (const [sku, about] of factsIn(event))
    change(sku, ({ facts }) => ({ facts: { ...facts, [about]: event.position } }));
  for (const sku of skusOf(event)) change(sku, ({ lines }) => ({ lines: [...lines.slice(-9), lineOf(event)] }));
  return memory;
}

const lineOf = (event: WorldEvent) => `${new Date(event.at).toISOString().slice(0, 10)}: ${sayEvent(event)}`;

/** What this fact says, and of which skus. */
function factsIn(event: WorldEvent): readonly (readonly [Sku, keyof Shown['facts']])[] {
  switch (event.type) {
    case 'PriceChanged':
      return [[event.data.sku, 'price']];
    case 'SaleStarted':
    case 'SaleEnded':
      return [[event.data.sku, 'sale']];
    case 'InventoryUpdated':
      return [[event.data.sku, 'level']];
    case 'StockReserved':
    case 'StockReleased':
      return event.data.items.map(({ sku }) => [sku, 'level'] as const);
    default:
      return [];
  }
}

/** The facts that a post about this sku rests on, by position. */
export function factsFor(memory: MarketingMemory, sku: Sku): readonly number[] {
  return Object.values(memory.skus.get(sku)?.facts ?? {}).sort((one, two) => one - two);
}

/** The skus a fact of the catalogue or the campaigns speaks of. */
function skusOf(event: WorldEvent): readonly Sku[] {
  return event.kind === 'fact' && event.topic !== 'inventory_events' && 'sku' in event.data ? [event.data.sku] : [];
}

/** One document per product: what was said about it and when. */
export function learn(event: WorldEvent, memory: MarketingMemory): readonly KnowledgeDocument[] {
  const provenance = { position: event.position, eventId: event.id };
  return skusOf(event).flatMap((sku) => {
    const shown = memory.skus.get(sku);
    return shown
      ? [
          {
            id: `campaign:${sku}`,
            text: [`${shown.title} (${sku})`, ...shown.lines].join('\n'),
            scope: { sku },
            provenance,
          },
        ]
      : [];
  });
}
