import { tag, type EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { refuseTooMany } from './decideReceipt';
import { levelFact, type Stockroom } from './Stockroom';

/** Counts refunded units back in. Only as many as were refunded can come back. */
export function decideReturn(room: Stockroom, { data: { orderId, sku, qty } }: EventOf<'ReturnReceived'>): Decision {
  if (!room.orders.has(orderId)) return refuse('unknown-order', `there is no order ${orderId}`);
  const level = room.levels.get(sku);
  if (!level || qty > (room.expected.get(tag.line(orderId, sku)) ?? 0)) {
    return refuse('not-expected', `no ${qty} refunded ${sku} of order ${orderId} are on their way back`);
  }
  const after = { ...level, onHand: level.onHand + qty, returned: level.returned - qty };
  return refuseTooMany(sku, after.onHand) ?? [levelFact({ sku, because: 'returned', qty, orderId }, after)];
}
