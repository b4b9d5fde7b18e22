import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, FactDraft } from '../Service';
import { availableOf, levelFact, type Stockroom } from './Stockroom';

/** Believes what was counted, for each sku for which the books say something else. */
export function decideCount(room: Stockroom, { data: { counts } }: EventOf<'StockCounted'>): Decision {
  const unknown = counts.find(({ sku }) => !room.levels.has(sku));
  if (unknown) return refuse('unknown-sku', `the shop does not sell ${unknown.sku}`);
  const twice = counts.find((count, i) => counts.findIndex(({ sku }) => sku === count.sku) < i);
  if (twice) return refuse('same-sku-twice', `${twice.sku} is counted twice`);
  const promised = counts.find(({ sku, onHand }) => onHand < (room.levels.get(sku)?.reserved ?? 0));
  if (promised) {
    const reserved = room.levels.get(promised.sku)?.reserved;
    return refuse(
      'set-aside',
      `${reserved} × ${promised.sku} are set aside for orders: cancel or change some of them first`,
    );
  }
  const [first, ...rest] = counts.flatMap(({ sku, onHand }): FactDraft[] => {
    const level = room.levels.get(sku);
    const qty = level ? Math.abs(onHand - level.onHand) : 0;
    return level && qty > 0 ? [levelFact({ sku, because: 'counted', qty, orderId: null }, { ...level, onHand })] : [];
  });
  return first ? [first, ...rest] : refuse('no-difference', 'the books say the same');
}

/** Takes goods off the shelf for good; what is set aside for orders stays. */
export function decideWriteOff(room: Stockroom, { data: { sku, qty } }: EventOf<'WriteOffReported'>): Decision {
  const level = room.levels.get(sku);
  if (!level) return refuse('unknown-sku', `the shop does not sell ${sku}`);
  const free = availableOf(level);
  if (qty > free) return refuse('not-so-many', `only ${free} × ${sku} are there and not set aside for orders`);
  return [levelFact({ sku, because: 'written-off', qty, orderId: null }, { ...level, onHand: level.onHand - qty })];
}
