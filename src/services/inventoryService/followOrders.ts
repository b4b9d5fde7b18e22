import type { EventOf, OrderId } from '../../contracts';
import type { FactDraft } from '../Service';
import { serveLine } from './reserveStock';
import { availableOf, levelFact, type Stockroom } from './Stockroom';

/** The order is off: what was held for it is free, or whoever stood behind it in the line moves up. */
export function followCancellation(room: Stockroom, { data }: EventOf<'OrderCancelled'>): readonly FactDraft[] {
  return room.held.has(data.orderId) ? release(room, data.orderId) : serveLine(room);
}

/** Held for an order that was cancelled meanwhile: given back at once. */
export function followReservation(room: Stockroom, { data }: EventOf<'StockReserved'>): readonly FactDraft[] {
  return room.cancelled.has(data.orderId) ? release(room, data.orderId) : [];
}

/** The parcel left the house: its items are no longer on hand, nor held. */
export function followShipment(room: Stockroom, { data: { orderId } }: EventOf<'OrderShipped'>): readonly FactDraft[] {
  return (room.held.get(orderId) ?? []).flatMap(({ sku, qty }) => {
    const level = room.levels.get(sku);
    if (!level) return [];
    const after = { ...level, onHand: level.onHand - qty, reserved: level.reserved - qty };
    return [levelFact({ sku, because: 'shipped', qty, orderId }, after)];
  });
}

/** The money went back: these units are on their way home, and not for sale until they are here. */
export function followRefund(room: Stockroom, { data }: EventOf<'RefundProcessed'>): readonly FactDraft[] {
  const { orderId, sku, qty } = data;
  const level = room.levels.get(sku);
  if (!level) return [];
  return [levelFact({ sku, because: 'refunded', qty, orderId }, { ...level, returned: level.returned + qty })];
}

/** Goods are on the shelf that were not there: the line is served. */
export function followLevel(room: Stockroom, { data: { because } }: EventOf<'InventoryUpdated'>): readonly FactDraft[] {
  return because === 'received' || because === 'returned' ? serveLine(room) : [];
}

function release(room: Stockroom, orderId: OrderId): readonly FactDraft[] {
  const items = (room.held.get(orderId) ?? []).flatMap(({ sku, qty }) => {
    const level = room.levels.get(sku);
    return level ? [{ sku, qty, available: availableOf(level) + qty }] : [];
  });
  return items.length > 0 ? [{ type: 'StockReleased', data: { orderId, items } }] : [];
}
