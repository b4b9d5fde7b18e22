import { answerTypes, type ProposalType, type WorldEvent } from '../../contracts';
import { findStockBreaches } from './findStockBreaches.suite';
import { isHeld, movesOf, of, sum, unless } from './tally.suite';

/** Everything that must always hold and does not, found by plain counting over the whole log. It shares no code with the services. */
export function findBreaches(log: readonly WorldEvent[]): readonly string[] {
  return [...answers(log), ...money(log), ...units(log), ...owners(log), ...orders(log), ...findStockBreaches(log)];
}

/** At most one answer to each proposal, of a type its contract names. */
function answers(log: readonly WorldEvent[]): string[] {
  return log
    .filter(({ kind }) => kind === 'proposal')
    .flatMap((proposal) => {
      const given = log.filter((event) => event.answers === proposal.id);
      const types: readonly string[] = answerTypes(proposal.type as ProposalType);
      return [
        ...unless(given.length <= 1, `${proposal.id} has ${given.length} answers`),
        ...unless(
          given.every(({ type }) => types.includes(type)),
          `${proposal.id} has a strange answer`,
        ),
      ];
    });
}

/** Never more back than was paid, never more paid than it costs, for each order at each moment; no gift card below nothing. */
function money(log: readonly WorldEvent[]): string[] {
  const placed = of(log, 'OrderPlaced').map(({ data }) => data);
  const balances = of(log, 'PaymentMethodAdded').flatMap(({ data: { methodId, kind, openingCents } }) => {
    if (kind !== 'gift-card') return [];
    let left = openingCents;
    // What moved in another system before was another balance.
    const levels = movesOf(log.filter(({ type }) => type !== 'OrderTakenOver'))
      .filter((move) => move.methodId === methodId)
      .map(({ kind: way, cents }) => (left += way === 'charge' ? -cents : cents));
    return unless(
      levels.every((cents) => cents >= 0),
      `${methodId} is below nothing`,
    );
  });
  return [...balances, ...placed.flatMap(({ orderId, items }) => moneyOf(log, orderId, total(items)))];
}

const total = (items: readonly { readonly qty: number; readonly unitCents: number }[]): number =>
  sum(items.map(({ qty, unitCents }) => qty * unitCents));

function moneyOf(log: readonly WorldEvent[], orderId: string, placedCents: number): string[] {
  const mine = log.filter(({ tags }) => tags.includes(`order:${orderId}`));
  let left = 0;
  const levels = movesOf(mine).map(({ kind, cents }) => (left += kind === 'charge' ? cents : -cents));
  const refunds = of(mine, 'RefundProcessed');
  const refunded = sum(refunds.map(({ data }) => data.cents));
  const moved = of(mine, 'PaymentMethodChanged');
  const costs = of(mine, 'ItemsChanged', 'ExchangeAccepted').at(-1)?.data.totalCents ?? placedCents;
  const over = of(mine, 'OrderCancelled').length > 0;
  return [
    ...unless(Math.min(0, ...levels) === 0, `${orderId}: more back than paid`),
    ...unless(left + refunded <= costs, `${orderId}: overpaid`),
    ...unless(!over || left === 0, `${orderId}: cancelled, and ${left} not paid back`),
    ...refunds.flatMap(({ data }) =>
      unless(sum((data.paidBack ?? []).map(({ cents }) => cents)) === data.cents, `${orderId}: a refund went nowhere`),
    ),
    ...moved.flatMap(({ data }) =>
      unless(sum(data.refunded.map(({ cents }) => cents)) === data.charged.cents, `${orderId}: money was made`),
    ),
  ];
}

/** One refund or exchange and one return for each unit. */
function units(log: readonly WorldEvent[]): string[] {
  const free = new Map<string, number>();
  const toCome = new Map<string, number>();
  const add = (to: Map<string, number>, orderId: string, sku: string, qty: number) =>
    to.set(`${orderId}/${sku}`, (to.get(`${orderId}/${sku}`) ?? 0) + qty);
  return log.flatMap(({ type, data }) => {
    if (type === 'OrderPlaced') for (const { sku, qty } of data.items) add(free, data.orderId, sku, qty);
    if (type === 'ItemsChanged' || type === 'ExchangeAccepted')
      for (const { sku, newSku, qty } of data.changes) {
        add(free, data.orderId, sku, -qty);
        add(free, data.orderId, newSku, qty);
        if (type === 'ExchangeAccepted') add(toCome, data.orderId, sku, qty);
      }
    if (type === 'RefundProcessed') {
      add(free, data.orderId, data.sku, -data.qty);
      add(toCome, data.orderId, data.sku, data.qty);
    }
    if (type === 'InventoryUpdated' && data.orderId && (data.because === 'returned' || data.because === 'damaged')) {
      add(toCome, data.orderId, data.sku, -data.qty);
    }
    const short = [...free, ...toCome].filter(([, qty]) => qty < 0);
    return short.map(([line, qty]) => `${line}: ${qty} after ${type}`);
  });
}

/** What becomes of an order becomes of it for whoever placed it. */
function owners(log: readonly WorldEvent[]): string[] {
  return of(
    log,
    'RefundProcessed',
    'OrderCancelled',
    'ItemsChanged',
    'ExchangeAccepted',
    'PaymentMethodChanged',
  ).flatMap(({ type, data: { orderId, customerId } }) => {
    const placed = of(log, 'OrderPlaced').find(({ data }) => data.orderId === orderId);
    return unless(placed?.data.customerId === customerId, `${type} of ${orderId} for a stranger`);
  });
}

/** An order is confirmed and shipped only while its stock is held, and nothing happens to it after it is cancelled. */
function orders(log: readonly WorldEvent[]): string[] {
  return of(log, 'OrderConfirmed', 'OrderShipped').flatMap(({ data: { orderId }, position, type }) => {
    const before = log.slice(0, position - 1).filter(({ tags }) => tags.includes(`order:${orderId}`));
    const held = isHeld(before);
    const cancelled = of(before, 'OrderCancelled').length > 0;
    return [
      ...unless(held, `${type} of ${orderId} without stock`),
      ...unless(!cancelled, `${type} of ${orderId} after its end`),
    ];
  });
}
