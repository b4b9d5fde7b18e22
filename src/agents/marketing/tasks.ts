import { z } from 'zod';
import { promotionId, saleId, sku, type Sku, type WorldEvent } from '../../contracts';
import { answeredBy, wasOutrun } from '../Acts';
import type { MarketingMemory } from './memory';

/** What a turn has to do, as its trigger and the agent's memory say. The section `tasks` of the prompt. */
export const task = z.discriminatedUnion('do', [
  z.object({ do: z.literal('wait'), sku }),
  z.object({
    do: z.literal('post'),
    sku,
    occasion: z.enum(['new-product', 'sale']),
    /** It was out before, and what it said is no longer so. */
    again: z.boolean(),
  }),
  z.object({ do: z.literal('promote'), sku, saleId }),
  z.object({ do: z.literal('pause'), sku, promotionId: promotionId.nullable() }),
  z.object({ do: z.literal('resume'), sku, promotionId }),
]);

export type Task = z.infer<typeof task>;

/** The tasks of a turn on this event: all about one product, none when the event asks for nothing. */
export function tasksOf(event: WorldEvent, memory: MarketingMemory): readonly Task[] {
  const act = answeredBy(memory.acts, event);
  if (act && wasOutrun(act))
    return again(act.type, act.data as Record<'sku' | 'saleId' | 'promotionId' | 'occasion', never>, memory);
  switch (event.type) {
    case 'NewProduct':
      return [{ do: 'wait', sku: event.data.sku }];
    case 'SaleStarted':
      return memory.skus.get(event.data.sku)?.available === 0
        ? [{ do: 'wait', sku: event.data.sku }]
        : [...salePost(event.data.sku, memory), ...salePromotion(event.data.sku, memory)];
    case 'PostWithdrawn':
      // What it said is no longer so; said anew it may be. If nothing of it is left, that waits until something comes.
      return memory.skus.get(event.data.sku)?.available === 0
        ? []
        : owedPosts(event.data.sku, memory).filter((one) => one.occasion === event.data.occasion);
    case 'LowStockAlert':
      return promotionsOf(event.data.sku, 'running', memory).length
        ? [{ do: 'pause', sku: event.data.sku, promotionId: null }]
        : [];
    case 'PromotionStarted':
    case 'PromotionResumed':
      // The alert came while the promotion was still being asked for.
      return act && memory.skus.get(event.data.sku)?.low
        ? [{ do: 'pause', sku: event.data.sku, promotionId: event.data.promotionId }]
        : [];
    case 'PromotionPaused':
      // The goods came while the pause was still being asked for.
      return act && isBack(event.data.sku, memory)
        ? [{ do: 'resume', sku: event.data.sku, promotionId: event.data.promotionId }]
        : [];
    case 'InventoryUpdated':
      return arrival(event, [event.data.sku], memory);
    case 'StockReleased':
      return arrival(
        event,
        event.data.items.map((item) => item.sku),
        memory,
      );
    default:
      return [];
  }
}

/** Something came to an empty shelf, or rose above its threshold: what was owed or paused is due. The first product that has any. */
function arrival(event: WorldEvent, skus: readonly Sku[], memory: MarketingMemory): readonly Task[] {
  for (const id of skus) {
    const shown = memory.skus.get(id);
    const rose = shown?.rose === event.id;
    const recovered = shown?.recovered === event.id;
    const paused = recovered ? promotionsOf(id, 'paused', memory) : [];
    const tasks: Task[] = [
      ...(rose ? owedPosts(id, memory) : []),
      ...(recovered ? salePromotion(id, memory) : []),
      ...paused.map(([promotion]) => ({ do: 'resume' as const, sku: id, promotionId: promotion })),
    ];
    if (tasks.length) return tasks;
  }
  return [];
}

type Post = Task & { do: 'post' };

function owedPosts(id: Sku, memory: MarketingMemory): Post[] {
  const owesNews = memory.skus.get(id)?.news.owed ?? false;
  return [
    ...(owesNews
      ? [{ do: 'post' as const, sku: id, occasion: 'new-product' as const, again: wasOut(id, 'new-product', memory) }]
      : []),
    ...salePost(id, memory),
  ];
}

function wasOut(id: Sku, occasion: 'new-product' | 'sale', memory: MarketingMemory): boolean {
  const shown = memory.skus.get(id);
  return ((occasion === 'sale' ? shown?.sale?.posting : shown?.news)?.editions ?? 0) > 0;
}

function salePost(id: Sku, memory: MarketingMemory): Post[] {
  return memory.skus.get(id)?.sale?.posting.owed
    ? [{ do: 'post', sku: id, occasion: 'sale', again: wasOut(id, 'sale', memory) }]
    : [];
}

function salePromotion(id: Sku, memory: MarketingMemory): Task[] {
  const sale = memory.skus.get(id)?.sale;
  return sale?.owesPromotion ? [{ do: 'promote', sku: id, saleId: sale.saleId }] : [];
}

function again(
  type: string,
  data: Record<'sku' | 'saleId' | 'promotionId' | 'occasion', never>,
  memory: MarketingMemory,
): readonly Task[] {
  switch (type) {
    case 'PostDrafted':
      return [{ do: 'post', sku: data.sku, occasion: data.occasion, again: wasOut(data.sku, data.occasion, memory) }];
    case 'PromotionRequested':
      return [{ do: 'promote', sku: data.sku, saleId: data.saleId }];
    case 'PromotionPauseRequested':
      return [{ do: 'pause', sku: data.sku, promotionId: data.promotionId }];
    case 'PromotionResumeRequested':
      return [{ do: 'resume', sku: data.sku, promotionId: data.promotionId }];
    default:
      return [];
  }
}

function promotionsOf(id: Sku, status: 'running' | 'paused', memory: MarketingMemory) {
  return [...memory.promotions].filter(
    ([, one]) => one.sku === id && one.status === status && (status === 'running' || one.byMe),
  );
}

function isBack(id: Sku, memory: MarketingMemory): boolean {
  const shown = memory.skus.get(id);
  return shown !== undefined && shown.available > shown.threshold;
}
