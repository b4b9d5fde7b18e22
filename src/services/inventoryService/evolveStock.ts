import { tag, type DataOf, type EventOf, type OrderId, type Sku, type WorldEvent } from '../../contracts';
import { availableOf, type Level, type Stockroom } from './Stockroom';

/** Folds an event into the stockroom. */
export function evolveStock(room: Stockroom, event: WorldEvent): Stockroom {
  switch (event.type) {
    case 'NewProduct':
      room.levels.set(event.data.sku, { ...empty, threshold: event.data.lowStockAt });
      break;
    case 'OrderPlaced':
      room.orders.set(event.data.orderId, event.data.items);
      break;
    case 'OrderCancelled':
      room.cancelled.add(event.data.orderId);
      room.line.delete(event.data.orderId);
      break;
    case 'StockShort':
      queue(room, event.data.orderId);
      break;
    case 'StockReserved':
      hold(room, event.data);
      break;
    case 'StockReleased':
      release(room, event.data);
      break;
    case 'InventoryUpdated':
      update(room, event);
      break;
    case 'LowStockAlert':
      change(room, event.data.sku, () => ({ alerted: true }));
      break;
    case 'ReorderPlaced':
      room.reorders.set(event.data.reorderId, event.data.sku);
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

const empty: Omit<Level, 'threshold'> = { onHand: 0, reserved: 0, returned: 0, alerted: false, onItsWay: null };

function change(room: Stockroom, sku: Sku, edit: (level: Level) => Partial<Level>): void {
  const old = room.levels.get(sku);
  if (!old) return;
  const level = { ...old, ...edit(old) };
  room.levels.set(sku, { ...level, alerted: level.alerted && availableOf(level) <= level.threshold });
}

function queue(room: Stockroom, orderId: OrderId): void {
  const items = room.orders.get(orderId);
  if (items && !room.cancelled.has(orderId)) room.line.set(orderId, items);
}

function hold(room: Stockroom, { orderId, items }: DataOf<'StockReserved'>): void {
  room.line.delete(orderId);
  room.held.set(orderId, items);
  for (const { sku, qty } of items) change(room, sku, ({ reserved }) => ({ reserved: reserved + qty }));
}

function release(room: Stockroom, { orderId, items }: DataOf<'StockReleased'>): void {
  room.held.delete(orderId);
  for (const { sku, qty } of items) change(room, sku, ({ reserved }) => ({ reserved: reserved - qty }));
}

function update(room: Stockroom, { data, answers }: EventOf<'InventoryUpdated'>): void {
  const { sku, because, qty, orderId, onHand, reserved, returned } = data;
  change(room, sku, () => ({ onHand, reserved, returned }));
  if (because === 'received' && answers) arrive(room, sku, answers);
  if (because === 'shipped' && orderId) room.held.delete(orderId);
  if (because === 'refunded' && orderId) expect(room, tag.line(orderId, sku), qty);
  if (because === 'returned' && orderId) expect(room, tag.line(orderId, sku), -qty);
}

function arrive(room: Stockroom, sku: Sku, receipt: EventOf<'StockReceiptReported'>['id']): void {
  const arrived = room.receipts.get(receipt);
  room.receipts.delete(receipt);
  change(room, sku, ({ onItsWay }) => ({ onItsWay: onItsWay === arrived ? null : onItsWay }));
}

function expect(room: Stockroom, line: string, more: number): void {
  room.expected.set(line, (room.expected.get(line) ?? 0) + more);
}
