import { sayEvent, type Sku, type WorldEvent } from '../../contracts';
import type { KnowledgeDocument } from '../../knowledge';
import { answeredBy, rememberAct, wasOutrun, type Act } from '../Acts';
import { rememberSupply } from './supply';
import { change, type InventoryMemory } from './Watched';

// One turn looks up at most four skus; what is left over is noticed at its next movement.
const perEvent = 4;

export function remember(memory: InventoryMemory, event: WorldEvent): InventoryMemory {
  rememberAct(memory.acts, 'inventory', event);
  rememberSupply(memory, event);
  switch (event.type) {
    // Nothing of it is on the shelf yet: that is new, not low. Its first goods are looked at when they come.
    case 'NewProduct': {
      const { sku, title, lowStockAt } = event.data;
      memory.skus.set(sku, {
        title,
        threshold: lowStockAt,
        available: 0,
        alert: false,
        noticed: null,
        since: event.at,
        statedLeadDays: statedLeadDays(event.data),
        sold: [],
        waiting: [],
        coming: null,
        arrivals: [],
        levelAt: null,
        lines: [],
      });
      break;
    }
    case 'LowStockAlert':
      change(memory, event.data.sku, () => ({ alert: true }));
      break;
    default:
      levelsIn(event).reduce(
        (noticed, { sku, available }) => noticed + moveTo(memory, sku, available, event, noticed),
        0,
      );
  }
  for (const sku of skusOf(event)) {
    if (event.type !== 'OrderPlaced')
      change(memory, sku, ({ lines }) => ({ lines: [...lines.slice(-9), lineOf(event)] }));
  }
  return memory;
}

/** The levels a fact reports: where each sku stands after it. */
function levelsIn(event: WorldEvent): readonly { readonly sku: Sku; readonly available: number }[] {
  if (event.type === 'InventoryUpdated') return [event.data];
  return event.type === 'StockReserved' || event.type === 'StockReleased' ? event.data.items : [];
}

function moveTo(memory: InventoryMemory, sku: Sku, available: number, event: WorldEvent, noticedSoFar: number): number {
  const watched = memory.skus.get(sku);
  if (!watched) return 0;
  if (available > watched.threshold) {
    change(memory, sku, () => ({ available, alert: false, noticed: null, levelAt: event.position }));
    return 0;
  }
  // Goods came in and it is still low: known, but what was on its way is here, so more may be needed.
  const again = event.type === 'InventoryUpdated' && event.data.because === 'received';
  const notices = (again || (!watched.alert && watched.noticed === null)) && noticedSoFar < perEvent;
  const noticed = notices ? event.id : watched.noticed;
  change(memory, sku, () => ({ available, noticed, levelAt: event.position }));
  return notices ? 1 : 0;
}

/** A product may say how long its supplier takes; those of older logs do not. */
const statedLeadDays = (product: object) =>
  'leadDays' in product && typeof product.leadDays === 'number' ? product.leadDays : null;

const lineOf = (event: WorldEvent) => `${new Date(event.at).toISOString().slice(0, 10)}: ${sayEvent(event)}`;

function skusOf(event: WorldEvent): readonly Sku[] {
  if (event.kind !== 'fact') return [];
  if ('sku' in event.data) return [event.data.sku];
  return 'items' in event.data ? event.data.items.map((item) => item.sku) : [];
}

/** One document per sku: how its stock went lately. */
export function learn(event: WorldEvent, memory: InventoryMemory): readonly KnowledgeDocument[] {
  const provenance = { position: event.position, eventId: event.id };
  return skusOf(event).flatMap((sku) => {
    const watched = memory.skus.get(sku);
    return watched
      ? [
          {
            id: `stock:${sku}`,
            text: [`${watched.title} (${sku})`, ...watched.lines].join('\n'),
            scope: { sku },
            provenance,
          },
        ]
      : [];
  });
}

/** It wakes when it notices that something is low, and when one of its own proposals was outrun by the world. */
export function wakesOn(event: WorldEvent, memory: InventoryMemory): boolean {
  const act = answeredBy(memory.acts, event);
  return (act !== null && wasOutrun(act)) || subjectsOf(event, memory).length > 0;
}

/** The skus that a turn on this event is about. */
export function subjectsOf(event: WorldEvent, memory: InventoryMemory): readonly Sku[] {
  const act = answeredBy(memory.acts, event);
  if (act && wasOutrun(act)) return [act.data['sku'] as Sku];
  return skusOf(event).filter((sku) => memory.skus.get(sku)?.noticed === event.id);
}

/** The act whose answer this event is, if it is to be decided anew. */
export function outrunAct(event: WorldEvent, memory: InventoryMemory): Act | null {
  const act = answeredBy(memory.acts, event);
  return act && wasOutrun(act) ? act : null;
}
