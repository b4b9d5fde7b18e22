import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Stockroom } from './Stockroom';

/** Orders more from the supplier, unless some is on its way. */
export function decideReorder(
  room: Stockroom,
  { data: { reorderId, sku, qty } }: EventOf<'ReorderRequested'>,
): Decision {
  const level = room.levels.get(sku);
  if (!level) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  if (room.reorders.has(reorderId)) return refuse('reorder-exists', `the reorder number ${reorderId} is taken`);
  if (level.onItsWay) return refuse('on-its-way', `reorder ${level.onItsWay} of ${sku} has not arrived yet`);
  return [{ type: 'ReorderPlaced', data: { reorderId, sku, qty } }];
}
