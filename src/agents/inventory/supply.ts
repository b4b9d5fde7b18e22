import type { EventOf, OrderId, Sku, WorldEvent } from '../../contracts';
import { demandOf, windowDays, type Demand } from './demand';
import { change, type InventoryMemory } from './Watched';

const day = 86_400_000;

/** Folds what customers take and what suppliers bring: sales, who waits, how long goods were on their way. */
export function rememberSupply(memory: InventoryMemory, event: WorldEvent): void {
  switch (event.type) {
    case 'OrderPlaced':
      for (const { sku, qty } of event.data.items) {
        const { at, position } = event;
        const sale = { at, qty, orderId: event.data.orderId, position };
        change(memory, sku, ({ sold }) => ({
          sold: [...sold.filter((one) => one.at > at - windowDays.most * day), sale].slice(-500),
        }));
      }
      break;
    case 'OrderCancelled':
      forget(memory, event.data.orderId, { sold: true });
      break;
    case 'StockShort':
      for (const { sku, qty } of event.data.items) {
        const waits = { orderId: event.data.orderId, qty };
        change(memory, sku, ({ waiting }) => ({ waiting: [...waiting, waits] }));
      }
      break;
    case 'ReorderPlaced':
      change(memory, event.data.sku, () => ({ coming: { reorderId: event.data.reorderId, at: event.at } }));
      break;
    case 'StockReceiptReported':
      if (event.data.reorderId) memory.receipts.set(event.id, event.data.reorderId);
      break;
    case 'StockReserved':
      forget(memory, event.data.orderId, { sold: false });
      break;
    case 'InventoryUpdated':
      arrive(memory, event);
      break;
    default:
  }
}

/** How fast a sku sells and how much of it is worth having; null when the shop does not sell it. */
export function demandFor(memory: InventoryMemory, sku: Sku, at: number): Demand | null {
  const watched = memory.skus.get(sku);
  if (!watched) return null;
  const { since, sold, arrivals, threshold } = watched;
  return demandOf({ at, since, sales: sold, arrivals, statedLeadDays: watched.statedLeadDays, threshold });
}

/** Units that waiting customers take as soon as goods come. */
export function unitsWaiting(memory: InventoryMemory, sku: Sku): number {
  return (memory.skus.get(sku)?.waiting ?? []).reduce((sum, one) => sum + one.qty, 0);
}

/** The facts that a reorder rests on: the last level, and the newest of the orders that were counted. */
export function factsFor(memory: InventoryMemory, sku: Sku, at: number): readonly number[] {
  const watched = memory.skus.get(sku);
  if (!watched) return [];
  const counted = watched.sold.filter((one) => one.at > at - windowDays.most * day).slice(-19);
  const positions = [...counted.map((one) => one.position), ...(watched.levelAt === null ? [] : [watched.levelAt])];
  return [...new Set(positions)].sort((one, two) => one - two);
}

/** An order no longer waits; a cancelled one was no sale either. */
function forget(memory: InventoryMemory, orderId: OrderId, also: { readonly sold: boolean }): void {
  const others = (one: { readonly orderId: OrderId }) => one.orderId !== orderId;
  for (const [sku, { waiting, sold }] of memory.skus) {
    const isIn = waiting.some((one) => !others(one)) || (also.sold && sold.some((one) => !others(one)));
    if (!isIn) continue;
    change(memory, sku, () => ({ waiting: waiting.filter(others), sold: also.sold ? sold.filter(others) : sold }));
  }
}

/** Goods on a reorder came in: now it is known how long they took. */
function arrive(memory: InventoryMemory, { answers, at, data: { sku } }: EventOf<'InventoryUpdated'>): void {
  const reorderId = answers && memory.receipts.get(answers);
  if (!reorderId) return;
  memory.receipts.delete(answers);
  change(memory, sku, ({ coming, arrivals }) =>
    coming?.reorderId === reorderId ? { coming: null, arrivals: [...arrivals.slice(-4), (at - coming.at) / day] } : {},
  );
}
