import { AppError } from '../../../kernel';

interface Line {
  readonly sku: string;
  readonly qty: number;
  readonly unitCents: number;
}

/**
 * What was really paid for each unit: lines of one sku and price are one, and a discount on the order lowers each unit in proportion, rounded
 * down, so that refunds of all units never exceed what was paid. Shipping and taxes are not goods and are left out.
 *
 * @throws InvalidInput when one sku stands in the order at two prices, or the discount is larger than the goods.
 */
export function paidForGoods(lines: readonly Line[], discountCents: number): Line[] {
  const bySku = new Map<string, Line>();
  for (const line of lines) {
    const known = bySku.get(line.sku);
    if (known && known.unitCents !== line.unitCents)
      throw new AppError('InvalidInput', `${line.sku} is in the order twice, at two prices. Enter the order by hand`);
    bySku.set(line.sku, { ...line, qty: line.qty + (known?.qty ?? 0) });
  }
  const goods = [...bySku.values()];
  const totalCents = goods.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
  if (discountCents === 0) return goods;
  if (discountCents > totalCents) throw new AppError('InvalidInput', 'its discount is larger than its items');
  const share = (totalCents - discountCents) / totalCents;
  return goods.map((line) => ({ ...line, unitCents: Math.floor(line.unitCents * share) }));
}
