import { z } from 'zod';
import { defineFact } from '../defineContract';
import { saleId, sku } from '../ids';
import { tag } from '../tags';

/** The regular price applies again. */
export const SaleEnded = defineFact({
  type: 'SaleEnded',
  topic: 'catalogue_events',
  owner: 'catalogue',
  schema: z.strictObject({ saleId, sku }),
  tags: (data) => [tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `the sale of ${data.sku} is over`,
  example: { saleId: 's-1', sku: 'MUG-1' },
});
