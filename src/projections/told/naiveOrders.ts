import { moneyMoves, type EventOf, type WorldEvent } from '../../contracts';
import type { Json } from '../viewsToJson';
import { all, sum } from './lookUp';

/** How an order began. */
export type Begun = EventOf<'OrderPlaced'> | EventOf<'OrderTakenOver'>;

/** The lines of an order, by going through what happened to it. */
export function linesNow(mine: readonly WorldEvent[]) {
  let lines: {
    sku: string;
    qty: number;
    unitCents: number;
    refundedQty: number;
    refundedCents: number;
    returnedQty: number;
  }[] = [];
  const none = { refundedQty: 0, refundedCents: 0, returnedQty: 0 };
  for (const { type, data } of mine) {
    if (type === 'OrderPlaced' || type === 'OrderTakenOver') lines = data.items.map((item) => ({ ...item, ...none }));
    const changes = type === 'ItemsChanged' || type === 'ExchangeAccepted' ? data.changes : [];
    for (const { sku, qty, newSku, unitCents } of changes.filter((one) => one.sku !== one.newSku)) {
      for (const line of lines) if (line.sku === sku) line.qty -= qty;
      lines = lines.filter((line) => line.qty > 0);
      const there = lines.find((line) => line.sku === newSku);
      if (there) there.qty += qty;
      else lines.push({ sku: newSku, qty, unitCents, ...none });
    }
    for (const line of lines) {
      if (type === 'RefundProcessed' && data.sku === line.sku) {
        line.refundedQty += data.qty;
        line.refundedCents += data.cents;
      }
      const isBack = type === 'InventoryUpdated' && ['returned', 'damaged'].includes(data.because);
      if (isBack && data.sku === line.sku) line.returnedQty += data.qty;
    }
  }
  return lines;
}

/** What changes and exchanges made the customer pay, or got back. */
export function differences(mine: readonly WorldEvent[], kind: string): number {
  const facts = [...all(mine, 'ItemsChanged'), ...all(mine, 'ExchangeAccepted')];
  return sum(facts.map(({ data }) => (data.difference?.kind === kind ? data.difference.cents : 0)));
}

/** What an order from elsewhere brought along. */
export function brought(begun: Begun, kind: string): number {
  const moves = begun.type === 'OrderTakenOver' ? begun.data.moves : [];
  return sum(moves.map((move) => (move.kind === kind ? move.cents : 0)));
}

/** Each payer once, in order of its first movement. */
export function paidBy(mine: readonly WorldEvent[]): Json {
  const moves = mine.flatMap(moneyMoves);
  const payers = [...new Set(moves.map(({ methodId }) => methodId))];
  return payers.map((methodId) => ({
    methodId,
    cents: sum(moves.map((one) => (one.methodId !== methodId ? 0 : one.kind === 'charge' ? one.cents : -one.cents))),
  }));
}
