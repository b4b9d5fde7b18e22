import { level as levelSchema, type DataOf, type EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, Refusal } from '../Service';
import { levelFact, type Level, type Stockroom } from './Stockroom';

/** Books goods that came in at the back door, on a reorder or unasked. However many came, the reorder has arrived; too few are said. */
export function decideReceipt(room: Stockroom, { data }: EventOf<'StockReceiptReported'>): Decision {
  const { sku, qty, reorderId } = data;
  const level = room.levels.get(sku);
  if (!level) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  const no = refuseReorder(room, data, level) ?? refuseTooMany(sku, level.onHand + qty);
  if (no) return no;
  const received = levelFact(
    { sku, because: 'received', qty, orderId: null },
    { ...level, onHand: level.onHand + qty },
  );
  const ordered = reorderId === null ? undefined : room.reorders.get(reorderId);
  if (!reorderId || !ordered || qty >= ordered.qty) return [received];
  return [received, { type: 'ReorderShort', data: { reorderId, sku, orderedQty: ordered.qty, receivedQty: qty } }];
}

/** No when there is no room for so many on the shelf. */
export function refuseTooMany(sku: string, onHand: number): Refusal | undefined {
  if (levelSchema.safeParse(onHand).success) return undefined;
  return refuse('too-many', `there is no room for so many ${sku}`);
}

function refuseReorder(
  room: Stockroom,
  { sku, reorderId }: DataOf<'StockReceiptReported'>,
  { onItsWay }: Level,
): Refusal | undefined {
  if (reorderId === null || reorderId === onItsWay) return undefined;
  if (room.reorders.get(reorderId)?.sku !== sku)
    return refuse('unknown-reorder', `there is no reorder ${reorderId} of ${sku}`);
  return refuse('reorder-arrived', `reorder ${reorderId} of ${sku} has already arrived`);
}
