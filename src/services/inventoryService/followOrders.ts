import type { EventId, EventOf, Sku } from '../../contracts';
import type { FactDraft } from '../Service';
import { serveLine } from './reserveStock';
import { sumUp } from './evolveHeld';
import { availableOf, levelFact, type Held, type Stockroom } from './Stockroom';

/** The order is off: what was held for it is free, or whoever stood behind it in the line moves up. */
export function followCancellation(room: Stockroom, { data }: EventOf<'OrderCancelled'>): readonly FactDraft[] {
  const items = room.held.get(data.orderId);
  return items ? release(room, { orderId: data.orderId, items }) : serveLine(room);
}

/** Held for an order that was cancelled meanwhile: given back at once. What is held for a change, the answer to the change decides. */
export function followReservation(room: Stockroom, { data }: EventOf<'StockReserved'>): readonly FactDraft[] {
  const { orderId, change } = data;
  const items = room.held.get(orderId);
  return !change && items && room.cancelled.has(orderId) ? release(room, { orderId, items }) : [];
}

/** The parcel left the house: its items are no longer on hand, nor held. */
export function followShipment(
  room: Stockroom,
  { id, data: { orderId } }: EventOf<'OrderShipped' | 'ReplacementShipped'>,
): readonly FactDraft[] {
  return (room.leaving.get(id) ?? []).flatMap(({ sku, qty }) => {
    const level = room.levels.get(sku);
    if (!level) return [];
    const after = { ...level, onHand: level.onHand - qty, reserved: level.reserved - qty };
    return [levelFact({ sku, because: 'shipped', qty, orderId }, after)];
  });
}

/** The money went back: these units are on their way home, and not for sale until they are here. */
export function followRefund(room: Stockroom, { data }: EventOf<'RefundProcessed'>): readonly FactDraft[] {
  return comingBack(room, 'refunded', data);
}

/** The old units of an exchange are on their way home; the new ones were set aside before. */
export function followExchange(room: Stockroom, { data }: EventOf<'ExchangeAccepted'>): readonly FactDraft[] {
  const { orderId, changes } = data;
  return sumUp(changes.map(({ sku, qty }) => ({ sku, qty }))).flatMap((item) =>
    comingBack(room, 'exchanged', { orderId, ...item }),
  );
}

/** What a change leaves over is free again. */
export function followChange(room: Stockroom, { data: { change } }: EventOf<'ItemsChanged'>): readonly FactDraft[] {
  const leftOver = room.leftOver.get(change);
  return leftOver ? release(room, leftOver, change) : [];
}

/** A change or exchange came to nothing: what was held for it is free again. */
export function followRefusal(
  room: Stockroom,
  { answers }: EventOf<'ItemsChangeRefused' | 'ExchangeRefused'>,
): readonly FactDraft[] {
  const held = answers && room.heldForChange.get(answers);
  return held ? release(room, held, answers) : [];
}

/** Goods are on the shelf that were not there: the line is served. */
export function followLevel(room: Stockroom, { data: { because } }: EventOf<'InventoryUpdated'>): readonly FactDraft[] {
  return because === 'received' || because === 'returned' || because === 'counted' ? serveLine(room) : [];
}

function comingBack(
  room: Stockroom,
  because: 'refunded' | 'exchanged',
  { orderId, sku, qty }: { readonly orderId: Held['orderId']; readonly sku: Sku; readonly qty: number },
): readonly FactDraft[] {
  const level = room.levels.get(sku);
  return level ? [levelFact({ sku, because, qty, orderId }, { ...level, returned: level.returned + qty })] : [];
}

function release(room: Stockroom, { orderId, items }: Held, change?: EventId): readonly FactDraft[] {
  const free = items.flatMap(({ sku, qty }) => {
    const level = room.levels.get(sku);
    return level ? [{ sku, qty, available: availableOf(level) + qty }] : [];
  });
  return free.length > 0 ? [{ type: 'StockReleased', data: { orderId, items: free, ...(change && { change }) } }] : [];
}
