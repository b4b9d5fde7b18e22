import { isOneOf, type WorldEvent } from '../../contracts';
import type { OrderBook } from './OrderBook';
import { askedTypes } from './Asked';
import { close, noteMoved, park } from './Parked';

/** Keeps up with what was asked about orders, what waits, and what made it void. */
export function evolveParked(book: OrderBook, event: WorldEvent): void {
  noteMoved(book, event);
  if (isOneOf(event, askedTypes)) book.asked.set(event.id, event);
  if (event.answers && book.asked.has(event.answers)) close(book, event.answers);
  switch (event.type) {
    case 'ApprovalAsked':
      park(book, event.data.proposalId, { waitsFor: 'approval', payload: event.data.payload, approved: false });
      break;
    case 'VariantsWanted': {
      const before = book.parked.get(event.data.change);
      park(book, event.data.change, {
        waitsFor: 'stock',
        payload: before?.payload ?? null,
        approved: before !== undefined,
      });
      break;
    }
    default:
  }
}
