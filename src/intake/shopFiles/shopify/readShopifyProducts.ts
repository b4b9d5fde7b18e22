import { isAppError } from '../../../kernel';
import { centsOf, levelOf } from '../amounts';
import type { Row, Table } from '../readTable';
import type { Entry, ShopRecords, Skipped } from '../ShopRecords';
import { fileVariant, type CatalogueVariant } from '../ShopWorld';
import { htmlToText } from '../../mail/htmlToText';
import { idFrom } from './idFrom';

// Shopify renamed its columns; both names are read.
const handle = ['handle', 'url handle'] as const;
const price = ['variant price', 'price'] as const;
const stock = ['variant inventory qty', 'inventory quantity'] as const;

/** True when a table is a product export of Shopify, with old or new column names. */
export function isShopifyProducts({ columns }: Table): boolean {
  return [handle, price].every((names) => names.some((name) => columns.has(name)));
}

/**
 * Reads a product export of Shopify: one record per variant, title and description on a product's first record only. Records without a
 * price carry further pictures and are passed over.
 */
export function readShopifyProducts(table: Table): ShopRecords {
  const variants: Entry<CatalogueVariant>[] = [];
  const skipped: Skipped[] = [...table.skipped];
  const shared = new Map<string, Shared>();
  for (const row of table.rows) {
    const productId = idFrom(row.field(...handle));
    const product = sharedOf(row, shared.get(productId));
    shared.set(productId, product);
    if (row.field(...price) === '') continue;
    const name =
      row.field('variant sku', 'sku') ||
      optionsOf(row, product.optionNames)
        .map(([, value]) => value)
        .join('-');
    const sku = row.field('variant sku', 'sku') === '' ? idFrom(`${productId}-${name}`) : idFrom(name);
    const what = `variant ${sku || productId || '?'}`;
    try {
      const parsed = fileVariant.safeParse({
        sku,
        options: Object.fromEntries(optionsOf(row, product.optionNames)),
        priceCents: centsOf(row.field(...price), 'the price'),
        stock: levelOf(row.field(...stock) || '0', 'the stock'),
      });
      const issue = parsed.error?.issues[0];
      if (productId === '')
        skipped.push({ line: row.line, what, because: 'it has no handle, so nothing says whose variant it is' });
      else if (product.title === '')
        skipped.push({ line: row.line, what, because: 'its product has no title on its first record' });
      else if (parsed.success)
        variants.push({
          line: row.line,
          value: { ...parsed.data, productId, title: product.title, description: product.description },
        });
      else skipped.push({ line: row.line, what, because: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
    } catch (error) {
      if (!isAppError(error, 'InvalidInput')) throw error;
      skipped.push({ line: row.line, what, because: error.message });
    }
  }
  return { source: 'Shopify products', currency: null, policy: [], customers: [], variants, orders: [], skipped };
}

interface Shared {
  readonly title: string;
  readonly description: string;
  readonly optionNames: readonly string[];
}

function sharedOf(row: Row, before: Shared | undefined): Shared {
  if (before) return before;
  const text = htmlToText(row.field('body (html)', 'description').slice(0, 20_000));
  return {
    title: row
      .field('title')
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .slice(0, 120)
      .toWellFormed(),
    description: text.slice(0, 2000).toWellFormed(),
    optionNames: [1, 2, 3].map((n) => row.field(`option${n} name`)),
  };
}

function optionsOf(row: Row, names: readonly string[]): [string, string][] {
  return names.flatMap((name, at): [string, string][] => {
    const value = row.field(`option${at + 1} value`);
    // What has no options carries one that says so.
    return name === '' || value === '' || value === 'Default Title' ? [] : [[name.slice(0, 60), value.slice(0, 120)]];
  });
}
