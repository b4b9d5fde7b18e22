import { tag, type EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { refuseTooMany } from './decideReceipt';
import { levelFact, type Stockroom } from './Stockroom';

/** Counts refunded and exchanged units back in, as many as are expected. Damaged ones are written off: they never reach the shelf. */
export function decideReturn(room: Stockroom, { data }: EventOf<'ReturnReceived'>): Decision {
  const { orderId, sku, qty, condition } = data;
  if (!room.orders.has(orderId)) return refuse('unknown-order', `there is no order ${orderId}`);
  const level = room.levels.get(sku);
  if (!level || qty > (room.expected.get(tag.line(orderId, sku)) ?? 0)) {
    return refuse('not-expected', `no ${qty} × ${sku} of order ${orderId} are on their way back`);
  }
  const back = { ...level, returned: level.returned - qty };
  if (condition === 'damaged') return [levelFact({ sku, because: 'damaged', qty, orderId }, back)];
  const after = { ...back, onHand: level.onHand + qty };
  return refuseTooMany(sku, after.onHand) ?? [levelFact({ sku, because: 'returned', qty, orderId }, after)];
}
