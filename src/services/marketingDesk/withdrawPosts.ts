import type { DataOf, EventOf, Sku } from '../../contracts';
import { hasAvailable } from '../availability';
import type { FactDraft } from '../Service';
import type { Noticeboard } from './Noticeboard';

type Because = DataOf<'PostWithdrawn'>['because'];

/** The price it names is no longer so: whatever was posted before is taken back. */
export const followPrice =
  (because: Because) =>
  (board: Noticeboard, event: EventOf<'PriceChanged'> | EventOf<'SaleStarted'> | EventOf<'SaleEnded'>) =>
    withdraw(board, event.data.sku, event.position, because);

/** The last one is gone: nobody can buy what the posts speak of. Unless, by now, there is some again. */
export function followLevels(
  board: Noticeboard,
  event: EventOf<'StockReserved'> | EventOf<'InventoryUpdated'>,
): readonly FactDraft[] {
  const levels = 'items' in event.data ? event.data.items : [event.data];
  const gone = levels.filter(({ sku, available }) => available === 0 && !hasAvailable(board.available, sku));
  return gone.flatMap(({ sku }) => withdraw(board, sku, event.position, 'sold-out'));
}

/** Only what was posted before this position: a post that came after it was written knowing it. */
function withdraw(board: Noticeboard, sku: Sku, before: number, because: Because): readonly FactDraft[] {
  return [...board.posts]
    .filter(([, post]) => post.stands && post.sku === sku && post.position < before)
    .map(([postId, { occasion }]) => ({ type: 'PostWithdrawn', data: { postId, sku, occasion, because } }));
}
