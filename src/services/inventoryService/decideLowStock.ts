import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { availableOf, type Stockroom } from './Stockroom';

/** Makes a report of low stock official, once, with the service's own numbers. */
export function decideLowStock(room: Stockroom, { data: { sku } }: EventOf<'LowStockReported'>): Decision {
  const level = room.levels.get(sku);
  if (!level) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  const { threshold } = level;
  const available = availableOf(level);
  if (available > threshold) return refuse('not-low', `${sku} has ${available} available, low is ${threshold}`);
  if (level.alerted) return refuse('already-alerted', `everybody knows already that ${sku} is low`);
  return [{ type: 'LowStockAlert', data: { sku, available, threshold } }];
}
