import type { DataOf, EventOf, OrderId, Sku, WantedItem, WorldEvent } from '../../contracts';
import type { Stockroom } from './Stockroom';

/** Keeps up with what is set aside for whom: orders, changes of orders, replacements, and parcels on their way out of the door. */
export function evolveHeld(room: Stockroom, event: WorldEvent): void {
  switch (event.type) {
    case 'OrderPlaced':
      room.orders.set(event.data.orderId, event.data.items);
      break;
    case 'OrderTakenOver':
      room.orders.set(event.data.orderId, event.data.items);
      if (event.data.status === 'cancelled') room.cancelled.add(event.data.orderId);
      break;
    case 'OrderCancelled':
      room.cancelled.add(event.data.orderId);
      room.line.delete(event.data.orderId);
      break;
    case 'StockShort':
      if (!event.data.change) queue(room, event.data.orderId);
      break;
    case 'StockReserved':
      hold(room, event.data);
      break;
    case 'StockReleased':
      release(room, event.data);
      break;
    case 'ItemsChanged':
      changeItems(room, event);
      break;
    case 'ExchangeAccepted':
      replace(room, event);
      break;
    case 'OrderShipped':
      leave(room, room.held, event);
      break;
    case 'ReplacementShipped':
      leave(room, room.replacements, event);
      break;
    case 'InventoryUpdated':
      if (event.data.because === 'shipped' && event.causationId) room.leaving.delete(event.causationId);
      break;
    default:
  }
}

function queue(room: Stockroom, orderId: OrderId): void {
  const items = room.orders.get(orderId);
  if (items && !room.cancelled.has(orderId)) room.line.set(orderId, items);
}

function hold(room: Stockroom, { orderId, items, change }: DataOf<'StockReserved'>): void {
  if (change) {
    room.heldForChange.set(change, { orderId, items });
    return;
  }
  room.line.delete(orderId);
  room.held.set(orderId, items);
}

function release(room: Stockroom, { orderId, change }: DataOf<'StockReleased'>): void {
  if (!change) {
    room.held.delete(orderId);
    return;
  }
  room.heldForChange.delete(change);
  room.leftOver.delete(change);
}

/** An order whose stock is set aside keeps the new units and gives the old ones back; one that waits goes on waiting, for the new ones. */
function changeItems(room: Stockroom, { data }: EventOf<'ItemsChanged'>): void {
  const { orderId, change, changes } = data;
  const real = changes.filter(({ sku, newSku }) => sku !== newSku);
  const old = sumUp(real.map(({ sku, qty }) => ({ sku, qty })));
  const fresh = real.map(({ newSku, qty }) => ({ sku: newSku, qty }));
  const after = (items: readonly WantedItem[]) => sumUp([...less(items, old), ...fresh]);
  const wanted = after(room.orders.get(orderId) ?? []);
  const held = room.held.get(orderId);
  const taken = room.heldForChange.get(change);
  room.orders.set(orderId, wanted);
  room.heldForChange.delete(change);
  if (held) room.held.set(orderId, after(held));
  if (room.line.has(orderId)) room.line.set(orderId, wanted);
  if (held && old.length > 0) room.leftOver.set(change, { orderId, items: old });
  if (!held && taken) room.leftOver.set(change, taken);
}

function replace(room: Stockroom, { data: { orderId, change, changes } }: EventOf<'ExchangeAccepted'>): void {
  room.replacements.set(orderId, sumUp(changes.map(({ newSku, qty }) => ({ sku: newSku, qty }))));
  room.heldForChange.delete(change);
}

function leave(
  room: Stockroom,
  from: Map<OrderId, readonly WantedItem[]>,
  { id, data: { orderId } }: EventOf<'OrderShipped' | 'ReplacementShipped'>,
): void {
  const items = from.get(orderId);
  if (items) room.leaving.set(id, items);
  from.delete(orderId);
}

/** One item for each sku. */
export function sumUp(items: readonly WantedItem[]): readonly WantedItem[] {
  const sums = new Map<Sku, number>();
  for (const { sku, qty } of items) sums.set(sku, (sums.get(sku) ?? 0) + qty);
  return [...sums].map(([sku, qty]) => ({ sku, qty }));
}

function less(items: readonly WantedItem[], gone: readonly WantedItem[]): readonly WantedItem[] {
  return items.flatMap(({ sku, qty }) => {
    const left = qty - (gone.find((item) => item.sku === sku)?.qty ?? 0);
    return left > 0 ? [{ sku, qty: left }] : [];
  });
}
