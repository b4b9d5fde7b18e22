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
    ...unless(held === 1 || !isFirstAndFits(log, orderId), `${orderId} waits for nothing`),
  ];
}

/** True when nobody waits before this order and all it wants is there: then it should not be waiting. */
function isFirstAndFits(log: readonly WorldEvent[], orderId: string): boolean {
  const done = of(log, 'StockReserved', 'OrderCancelled').map((event) => event.data.orderId as string);
  const first = of(log, 'StockShort').find((short) => !done.includes(short.data.orderId));
  if (first?.data.orderId !== orderId) return false;
  const items = of(log, 'OrderPlaced').find((placed) => placed.data.orderId === orderId)?.data.items ?? [];
  return items.every(({ sku, qty }) => {
    const { onHand, reserved } = count(log, sku);
    return qty <= onHand - reserved;
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
