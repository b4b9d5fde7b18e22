import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { importId } from '../ids';
import { product } from '../product';
import { tag } from '../tags';

/** Variants from a file are to be sold here, up to a hundred at once. Their stock is counted in apart (StockCounted). */
export const ProductImportSubmitted = defineProposal({
  type: 'ProductImportSubmitted',
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'catalogue', accepted: ['ProductImportBooked'], refused: 'ProductImportRefused' },
  schema: z.strictObject({ importId, products: z.array(product).min(1).max(100) }),
  tags: (data) => [tag.import(data.importId), ...data.products.map(({ sku }) => tag.sku(sku))],
  says: (data) => `${data.products.length} products of import ${data.importId} are to be sold`,
  example: {
    importId: 'i-1',
    products: [{ sku: 'MUG-1', title: 'Enamel mug', description: '', priceCents: 1450, lowStockAt: 5 }],
  },
});

/** None of them is new. */
export const ProductImportRefused = defineRefusal({
  type: 'ProductImportRefused',
  of: ProductImportSubmitted,
  example: { rule: 'nothing-new', because: 'all of these products are here already', about: ['import:i-1'] },
});
