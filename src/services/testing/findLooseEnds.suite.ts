import { isRefusal, type EventOf, type EventType, type WorldEvent } from '../../contracts';
import { count, of, unless } from './tally.suite';

/** What must hold besides, once everybody has worked everything off. */
export function findLooseEnds(log: readonly WorldEvent[]): readonly string[] {
  const waiting = log.filter((event) => event.kind === 'proposal' && !log.some(({ answers }) => answers === event.id));
  return [
    ...waiting.map(({ id, type }) => `${type} ${id} has no answer`),
    ...of(log, 'OrderPlaced').flatMap((placed) => looseOrder(log, placed)),
    ...of(log, 'PromotionStarted').flatMap((started) => loosePromotion(log, started)),
    ...log.filter(isRefusal).flatMap(({ data }) => unless(!/undefined|NaN/.test(data.because), data.because)),
  ];
}

function looseOrder(log: readonly WorldEvent[], { data: { orderId, items } }: EventOf<'OrderPlaced'>): string[] {
  const mine = log.filter(({ tags }) => tags.includes(`order:${orderId}`));
  const has = (type: EventType): boolean => mine.some((event) => event.type === type);
  const held = of(mine, 'StockReserved').length - of(mine, 'StockReleased').length;
  const sent = of(mine, 'InventoryUpdated').filter(({ data }) => data.because === 'shipped');
  if (has('OrderCancelled'))
    return [
      ...unless(held === 0, `cancelled ${orderId} holds stock`),
      ...unless(!has('OrderShipped'), `cancelled ${orderId} was shipped`),
    ];
  return [
    ...unless(held === (has('OrderConfirmed') ? 1 : 0), `${orderId} holds stock ${held} times`),
    ...unless(held === 1 || has('OrderBackordered'), `${orderId} was told nothing`),
    ...unless(sent.length === (has('OrderShipped') ? items.length : 0), `${orderId} left ${sent.length} times`),
    ...unless(held === 1 || !isNextAndFits(log, orderId), `${orderId} waits for nothing`),
  ];
}

/** True when nobody who waits longer shares a sku with this order, and all it wants is there: then it should not be waiting. */
function isNextAndFits(log: readonly WorldEvent[], orderId: string): boolean {
  const done = of(log, 'StockReserved', 'OrderCancelled').map((event) => event.data.orderId);
  const waiting = of(log, 'StockShort').filter((short) => !done.includes(short.data.orderId));
  const wants = (id: string) => of(log, 'OrderPlaced').find(({ data }) => data.orderId === id)?.data.items ?? [];
  const ahead = waiting.slice(
    0,
    waiting.findIndex((short) => short.data.orderId === orderId),
  );
  const kept = ahead.flatMap((short) => wants(short.data.orderId).map(({ sku }) => sku));
  return wants(orderId).every(({ sku, qty }) => {
    const { onHand, reserved } = count(log, sku);
    return !kept.includes(sku) && qty <= onHand - reserved;
  });
}

function loosePromotion(
  log: readonly WorldEvent[],
  { data: { promotionId, saleId } }: EventOf<'PromotionStarted'>,
): string[] {
  const isOver = of(log, 'SaleEnded').some(({ data }) => data.saleId === saleId);
  const ends = of(log, 'PromotionEnded').filter(({ data }) => data.promotionId === promotionId).length;
  return unless(ends === (isOver ? 1 : 0), `promotion ${promotionId} ended ${ends} times`);
}
