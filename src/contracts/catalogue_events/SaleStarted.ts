import { z } from 'zod';
import { defineFact } from '../defineContract';
import { saleId, sku } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The sale runs: new orders pay the sale price. */
export const SaleStarted = defineFact({
  type: 'SaleStarted',
  topic: 'catalogue_events',
  owner: 'catalogue',
  schema: z.strictObject({
    saleId,
    sku,
    percentOff: z.int().min(1).max(90),
    saleCents: cents.min(1),
  }),
  tags: (data) => [tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data, money) => `sale: ${data.sku} −${data.percentOff} %, ${money(data.saleCents)}`,
  example: { saleId: 's-1', sku: 'MUG-1', percentOff: 20, saleCents: 1160 },
});
