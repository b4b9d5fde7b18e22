import { answerTypes, type ProposalType, type WorldEvent } from '../../contracts';
import { findStockBreaches } from './findStockBreaches.suite';
import { of, sum, unless } from './tally.suite';

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

/** Never more back than was paid, never more paid than it costs. */
function money(log: readonly WorldEvent[]): string[] {
  return of(log, 'OrderPlaced').flatMap(({ data: { orderId, items } }) => {
    const mine = log.filter(({ tags }) => tags.includes(`order:${orderId}`));
    const paid = sum(of(mine, 'PaymentRecorded').map(({ data }) => data.cents));
    const back =
      sum(of(mine, 'RefundProcessed').map(({ data }) => data.cents)) +
      sum(of(mine, 'OrderCancelled').map(({ data }) => data.paidBackCents));
    const costs = sum(items.map(({ qty, unitCents }) => qty * unitCents));
    const said = of(mine, 'RefundProcessed').at(-1)?.data.refundedCents ?? back;
    return [
      ...unless(back === said, `${orderId}: ${said} back are said, ${back} went`),
      ...unless(back <= paid, `${orderId}: ${back} back of ${paid}`),
      ...unless(paid <= costs, `${orderId}: overpaid`),
    ];
  });
}

/** One refund and one return for each unit. */
function units(log: readonly WorldEvent[]): string[] {
  return of(log, 'OrderPlaced').flatMap(({ data: { orderId, items } }) =>
    items.flatMap(({ sku, qty }) => {
      const line = log.filter(({ tags }) => tags.includes(`line:${orderId}/${sku}`));
      const refunded = sum(of(line, 'RefundProcessed').map(({ data }) => data.qty));
      const returned = sum(
        of(line, 'InventoryUpdated').map(({ data }) => (data.because === 'returned' ? data.qty : 0)),
      );
      return [
        ...unless(refunded <= qty, `${orderId}/${sku}: ${refunded} refunded of ${qty}`),
        ...unless(returned <= refunded, `${orderId}/${sku}: too many back`),
      ];
    }),
  );
}

/** What becomes of an order becomes of it for whoever placed it. */
function owners(log: readonly WorldEvent[]): string[] {
  return of(log, 'RefundProcessed', 'OrderCancelled').flatMap(({ type, data: { orderId, customerId } }) => {
    const placed = of(log, 'OrderPlaced').find(({ data }) => data.orderId === orderId);
    return unless(placed?.data.customerId === customerId, `${type} of ${orderId} for a stranger`);
  });
}

/** An order is confirmed and shipped only while its stock is held, and nothing happens to it after it is cancelled. */
function orders(log: readonly WorldEvent[]): string[] {
  return of(log, 'OrderConfirmed', 'OrderShipped').flatMap(({ data: { orderId }, position, type }) => {
    const before = log.slice(0, position - 1).filter(({ tags }) => tags.includes(`order:${orderId}`));
    const held = of(before, 'StockReserved').length - of(before, 'StockReleased').length === 1;
    const cancelled = of(before, 'OrderCancelled').length > 0;
    return [
      ...unless(held, `${type} of ${orderId} without stock`),
      ...unless(!cancelled, `${type} of ${orderId} after its end`),
    ];
  });
}
