import { isRefusal, type EventOf, type EventType, type WorldEvent } from '../../contracts';
import { count, isHeld, itemsOf, of, outOfLine, toldToWait, unless } from './tally.suite';

/** What must hold besides, once everybody has worked everything off. */
export function findLooseEnds(log: readonly WorldEvent[]): readonly string[] {
  const parked = of(log, 'ApprovalAsked').map(({ data }): string => data.proposalId);
  const decided = of(log, 'ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed').map(
    ({ data }): string => data.proposalId,
  );
  const waiting = log.filter(
    ({ kind, id }) =>
      kind === 'proposal' &&
      !log.some(({ answers }) => answers === id) &&
      !(parked.includes(id) && !decided.includes(id)),
  );
  return [
    ...waiting.map(({ id, type }) => `${type} ${id} has no answer`),
    ...of(log, 'OrderPlaced').flatMap((placed) => looseOrder(log, placed)),
    ...of(log, 'NewProduct').flatMap(({ data }) => looseStock(log, data.sku)),
    ...of(log, 'PromotionStarted').flatMap((started) => loosePromotion(log, started)),
    ...log.filter(isRefusal).flatMap(({ data }) => unless(!/undefined|NaN/.test(data.because), data.because)),
  ];
}

function looseOrder(log: readonly WorldEvent[], { data: { orderId } }: EventOf<'OrderPlaced'>): string[] {
  const mine = log.filter(({ tags }) => tags.includes(`order:${orderId}`));
  const has = (type: EventType): boolean => mine.some((event) => event.type === type);
  const held = isHeld(mine);
  const sent = of(mine, 'InventoryUpdated').filter(({ data }) => data.because === 'shipped');
  const left = of(mine, 'OrderShipped', 'ReplacementShipped').flatMap(({ data }) => data.items);
  if (has('OrderCancelled'))
    return [
      ...unless(!held, `cancelled ${orderId} holds stock`),
      ...unless(!has('OrderShipped'), `cancelled ${orderId} was shipped`),
    ];
  return [
    ...unless(held === has('OrderConfirmed'), `${orderId} holds stock and is not confirmed, or the other way round`),
    ...unless(held || has('OrderBackordered'), `${orderId} was told nothing`),
    ...unless(sent.length === new Set(left.map(({ sku }, i) => `${sku} ${i}`)).size, `${orderId}: ${sent.length} left`),
    ...unless(held || !isNextAndFits(log, orderId), `${orderId} waits for nothing`),
  ];
}

/** What is set aside is set aside for an order in the house or for a replacement that is to be sent, down to the last piece. */
function looseStock(log: readonly WorldEvent[], sku: string): string[] {
  const wanted = of(log, 'OrderPlaced', 'ExchangeAccepted').flatMap((event) => {
    const { orderId } = event.data;
    const mine = log.filter(({ tags }) => tags.includes(`order:${orderId}`));
    if (event.type === 'ExchangeAccepted') {
      const isSent = of(mine, 'ReplacementShipped').some(({ position }) => position > event.position);
      return isSent ? [] : event.data.changes.map(({ newSku, qty }) => ({ sku: newSku, qty }));
    }
    const isThere = isHeld(mine) && of(mine, 'OrderShipped').length === 0;
    return isThere ? itemsOf(log, orderId) : [];
  });
  const { reserved } = count(log, sku);
  const due = wanted.reduce((all, item) => all + (item.sku === sku ? item.qty : 0), 0);
  return unless(reserved === due, `${reserved} × ${sku} are set aside, ${due} should be`);
}

/** True when nobody who waits longer shares a sku with this order, and all it wants is there: then it should not be waiting. */
function isNextAndFits(log: readonly WorldEvent[], orderId: string): boolean {
  const done = outOfLine(log);
  const waiting = toldToWait(log).filter((short) => !done.includes(short.data.orderId));
  const ahead = waiting.slice(
    0,
    waiting.findIndex((short) => short.data.orderId === orderId),
  );
  const kept = ahead.flatMap((short) => itemsOf(log, short.data.orderId).map(({ sku }) => sku));
  return itemsOf(log, orderId).every(({ sku, qty }) => {
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
