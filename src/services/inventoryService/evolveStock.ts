import { tag, type EventOf, type Sku, type WantedItem, type WorldEvent } from '../../contracts';
import { evolveHeld } from './evolveHeld';
import { availableOf, type Level, type Stockroom } from './Stockroom';

/** Folds an event into the stockroom. */
export function evolveStock(room: Stockroom, event: WorldEvent): Stockroom {
  evolveHeld(room, event);
  switch (event.type) {
    case 'NewProduct': {
      const { sku, lowStockAt, leadDays } = event.data;
      room.levels.set(sku, { ...empty, threshold: lowStockAt, leadDays: leadDays ?? null });
      break;
    }
    case 'StockReserved':
      setAside(room, event.data.items, 1);
      break;
    case 'StockReleased':
      setAside(room, event.data.items, -1);
      break;
    case 'InventoryUpdated':
      update(room, event);
      break;
    case 'LowStockAlert':
      change(room, event.data.sku, () => ({ alerted: true }));
      break;
    case 'ReorderPlaced':
      room.reorders.set(event.data.reorderId, event.data);
      change(room, event.data.sku, () => ({ onItsWay: event.data.reorderId }));
      break;
    case 'StockReceiptReported':
      if (event.data.reorderId) room.receipts.set(event.id, event.data.reorderId);
      break;
    case 'StockReceiptRefused':
      if (event.answers) room.receipts.delete(event.answers);
      break;
    default:
  }
  return room;
}

const empty = { onHand: 0, reserved: 0, returned: 0, alerted: false, onItsWay: null };

function change(room: Stockroom, sku: Sku, edit: (level: Level) => Partial<Level>): void {
  const old = room.levels.get(sku);
  if (!old) return;
  const level = { ...old, ...edit(old) };
  room.levels.set(sku, { ...level, alerted: level.alerted && availableOf(level) <= level.threshold });
}

function setAside(room: Stockroom, items: readonly WantedItem[], sign: 1 | -1): void {
  for (const { sku, qty } of items) change(room, sku, ({ reserved }) => ({ reserved: reserved + sign * qty }));
}

function update(room: Stockroom, { data, answers }: EventOf<'InventoryUpdated'>): void {
  const { sku, because, qty, orderId, onHand, reserved, returned } = data;
  change(room, sku, () => ({ onHand, reserved, returned }));
  if (because === 'received' && answers) arrive(room, sku, answers);
  if (!orderId) return;
  if (because === 'refunded' || because === 'exchanged') expect(room, tag.line(orderId, sku), qty);
  if (because === 'returned' || because === 'damaged') expect(room, tag.line(orderId, sku), -qty);
}

function arrive(room: Stockroom, sku: Sku, receipt: EventOf<'StockReceiptReported'>['id']): void {
  const arrived = room.receipts.get(receipt);
  room.receipts.delete(receipt);
  change(room, sku, ({ onItsWay }) => ({ onItsWay: onItsWay === arrived ? null : onItsWay }));
}

function expect(room: Stockroom, line: string, more: number): void {
  room.expected.set(line, (room.expected.get(line) ?? 0) + more);
}
