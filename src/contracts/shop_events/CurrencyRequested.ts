import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { currencies } from '../../kernel';
import { tag } from '../tags';

/** The shopkeeper says in which currency this shop keeps its books. A world has one. */
export const CurrencyRequested = defineProposal({
  type: 'CurrencyRequested',
  topic: 'shop_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'catalogue', accepted: ['CurrencySet'], refused: 'CurrencyRefused' },
  schema: z.strictObject({ currency: z.enum(currencies) }),
  tags: () => [tag.shop()],
  says: (data) => `the shop is to count in ${data.currency}`,
  example: { currency: 'USD' },
});

/** The shop goes on counting as it did. */
export const CurrencyRefused = defineRefusal({
  type: 'CurrencyRefused',
  of: CurrencyRequested,
  example: { rule: 'prices-exist', because: 'the shop has prices in EUR already', about: ['shop:all'] },
});
