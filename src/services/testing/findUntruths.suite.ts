import type { Claim, WorldEvent } from '../../contracts';
import { count, itemsOf, of, outOfLine, unless } from './tally.suite';

/** What holds besides when every state is folded to the head: nobody is told what is not so at that moment. */
export function findUntruths(log: readonly WorldEvent[]): readonly string[] {
  return [...advertising(log), ...replies(log), ...strangers(log), ...afterthoughts(log)];
}

/** No post or promotion for a sku with none available. */
function advertising(log: readonly WorldEvent[]): string[] {
  return of(log, 'PostPublished', 'PromotionStarted', 'PromotionResumed').flatMap(({ data: { sku }, position }) => {
    const { onHand, reserved } = count(log.slice(0, position), sku);
    return unless(onHand > reserved, `${sku} is advertised with none available`);
  });
}

/** Every claim of a reply that was sent is borne out by what came before it. */
function replies(log: readonly WorldEvent[]): string[] {
  return of(log, 'ReplySent').flatMap((sent) => {
    const draft = of(log, 'ReplyDrafted').find(({ id }) => id === sent.answers);
    const mine = log
      .slice(0, sent.position - 1)
      .filter((event) => event.tags.includes(`customer:${sent.data.customerId}`));
    const asked = of(mine, 'CustomerQuery').some(({ data }) => data.mailId === sent.data.mailId);
    const claims = draft?.data.claims ?? [];
    return [
      ...unless(asked, `${sent.data.mailId} is answered to somebody else`),
      ...claims.flatMap((claim) =>
        unless(isBorneOut(log.slice(0, sent.position - 1), mine, claim), JSON.stringify(claim)),
      ),
    ];
  });
}

function isBorneOut(log: readonly WorldEvent[], mine: readonly WorldEvent[], claim: Claim): boolean {
  if (claim.says === 'available') {
    const { onHand, reserved } = count(log, claim.sku);
    return claim.available === onHand > reserved;
  }
  const order = mine.filter(({ tags }) => tags.includes(`order:${claim.orderId}`));
  if (claim.says === 'refunded') {
    const { sku, qty, cents } = claim;
    return of(order, 'RefundProcessed').some(
      ({ data }) => data.sku === sku && data.qty === qty && data.cents === cents,
    );
  }
  if (claim.says !== 'cancelled' && claim.says !== 'order-status') return isChangeBorneOut(order, claim);
  const last = order.filter(({ kind, type }) => kind === 'fact' && /^Order(?!Rejected|Import)/.test(type)).at(-1);
  return last?.type === `Order${claim.says === 'cancelled' ? 'Cancelled' : capital(claim.status)}`;
}

/** What the claims about changes need to be true, as facts of this order. */
function isChangeBorneOut(order: readonly WorldEvent[], claim: Claim): boolean {
  switch (claim.says) {
    case 'return-accepted':
      return of(order, 'ReturnAccepted').some(
        ({ data }) => data.cents === claim.cents && JSON.stringify(data.items) === JSON.stringify(claim.items),
      );
    case 'address-changed':
      return of(order, 'AddressChanged').length > 0;
    case 'payment-changed':
      return of(order, 'PaymentMethodChanged').some(({ data }) => data.charged.methodId === claim.methodId);
    case 'items-changed':
    case 'exchanged': {
      const facts = of(order, claim.says === 'exchanged' ? 'ExchangeAccepted' : 'ItemsChanged');
      return facts.some(({ data }) => data.changes.some((one) => one.sku === claim.sku && one.newSku === claim.newSku));
    }
    case 'waits-for-approval': {
      const asked = of(order, 'ApprovalAsked').length;
      return asked > of(order, 'ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed').length;
    }
    default:
      return false;
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Only a registered customer is known; everybody else is a visitor. */
function strangers(log: readonly WorldEvent[]): string[] {
  return of(log, 'CustomerQuery').flatMap(({ data: { customerId, known }, position }) => {
    const registered = of(log.slice(0, position - 1), 'CustomerRegistered').some(
      ({ data }) => data.customerId === customerId,
    );
    return unless(
      known === registered && known !== customerId.startsWith('visitor-'),
      `${customerId} is taken for somebody`,
    );
  });
}

/** Nothing is set aside for an order that is known to be cancelled. */
function afterthoughts(log: readonly WorldEvent[]): string[] {
  return of(log, 'StockReserved', 'StockShort').flatMap(({ type, data: { orderId, change }, position }) => {
    if (change) return [];
    const cancelled = of(log.slice(0, position - 1), 'OrderCancelled').some(({ data }) => data.orderId === orderId);
    return unless(!cancelled, `${type} for ${orderId}, which is cancelled`);
  });
}

/** When each service works in order: nobody is served before somebody who ordered earlier and shares a sku with them. */
export function findOvertaking(log: readonly WorldEvent[]): readonly string[] {
  return of(log, 'StockReserved').flatMap(({ data, position }) => {
    // A change of an order stands behind all who wait: findStockBreaches looks after that.
    if (data.change) return [];
    const before = log.slice(0, position - 1);
    const done = outOfLine(before);
    const placed = of(before, 'OrderPlaced');
    const mine = placed.findIndex((order) => order.data.orderId === data.orderId);
    const pushed = placed
      .slice(0, mine)
      .filter((order) => !done.includes(order.data.orderId))
      .find((order) =>
        itemsOf(before, order.data.orderId).some(({ sku }) => data.items.some((item) => item.sku === sku)),
      );
    return unless(!pushed, `${data.orderId} overtook ${pushed?.data.orderId}`);
  });
}
