import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Stockroom } from './Stockroom';

/** Orders more from the supplier, unless some is on its way. */
export function decideReorder(
  room: Stockroom,
  { data: { reorderId, sku, qty }, at }: EventOf<'ReorderRequested'>,
): Decision {
  const level = room.levels.get(sku);
  if (!level) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  if (room.reorders.has(reorderId)) return refuse('reorder-exists', `the reorder number ${reorderId} is taken`);
  if (level.onItsWay) return refuse('on-its-way', `reorder ${level.onItsWay} of ${sku} has not arrived yet`);
  const due = level.leadDays === null ? {} : { dueAt: at + level.leadDays * dayMs };
  return [{ type: 'ReorderPlaced', data: { reorderId, sku, qty, ...due } }];
}

const dayMs = 24 * 60 * 60 * 1000;

/** A reorder that has not arrived comes later. */
export function decideDelay(room: Stockroom, { data }: EventOf<'SupplierDelayReported'>): Decision {
  const { reorderId, sku } = data;
  if (room.levels.get(sku)?.onItsWay === reorderId) return [{ type: 'ReorderDelayed', data }];
  return refuse('unknown-reorder', `no reorder ${reorderId} of ${sku} is on its way`);
}
