import { z } from 'zod';
import { defineFact } from '../defineContract';
import { currencies } from '../../kernel';
import { tag } from '../tags';

/** All cents of this world are cents of this currency. Before this fact, and without it, they are euro cents. */
export const CurrencySet = defineFact({
  type: 'CurrencySet',
  topic: 'shop_events',
  owner: 'catalogue',
  schema: z.strictObject({ currency: z.enum(currencies) }),
  tags: () => [tag.shop()],
  says: (data) => `the shop counts in ${data.currency}`,
  example: { currency: 'USD' },
});
