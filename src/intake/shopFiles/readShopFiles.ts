import { AppError } from '../../kernel';
import { decodeText, refuseLarge } from './decodeText';
import { linesOfPaths } from './jsonLines';
import { parseJson, readWorldFile } from './readWorldFile';
import { convertRetail } from './retail/convertRetail';
import { retailOrders, retailProducts, retailUsers } from './retail/RetailFiles';
import { readTable } from './readTable';
import { isShopifyOrders, readShopifyOrders } from './shopify/readShopifyOrders';
import { isShopifyProducts, readShopifyProducts } from './shopify/readShopifyProducts';
import type { ShopRecords } from './ShopRecords';

/** A file as it was picked. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads what was picked, whichever of the known formats it is: a world file, a product or order export of Shopify, or the three files of the
 * retail data together.
 *
 * @param customerAt whom the shop's address book knows at an address.
 * @throws InvalidInput naming the file, the line where there is one, and the way out.
 */
export function readShopFiles(
  files: readonly PickedFile[],
  customerAt: (address: string) => string | null,
): ShopRecords {
  const [first, ...more] = files;
  if (!first) throw new AppError('InvalidInput', 'No file was picked.');
  if (more.length > 0) return naming(files.map(({ name }) => name).join(', '), () => readRetail(files));
  return naming(first.name, () => {
    const text = decodeText(first.bytes);
    if (/^\s*[[{]/.test(text)) return readWorldFile(parseJson(text), text);
    return readCsv(text, customerAt);
  });
}

/**
 * Refuses by its size what is not worth loading.
 *
 * @throws InvalidInput naming the file, its size and the way out.
 */
export function refuseLargeFiles(files: readonly { readonly name: string; readonly size: number }[]): void {
  for (const { name, size } of files) naming(name, () => refuseLarge(size));
}

function readCsv(text: string, customerAt: (address: string) => string | null): ShopRecords {
  const table = readTable(text);
  if (isShopifyOrders(table)) return readShopifyOrders(table, customerAt);
  if (isShopifyProducts(table)) return readShopifyProducts(table);
  const found = [...table.columns].slice(0, 8).join(', ').slice(0, 200);
  throw new AppError(
    'InvalidInput',
    `Line 1: these columns are neither those of Shopify products (Handle, Variant Price …) nor of orders (Name, Email, Lineitem SKU …): ${found}.`,
  );
}

const retailParts = { users: retailUsers, products: retailProducts, orders: retailOrders } as const;

function readRetail(files: readonly PickedFile[]): ShopRecords {
  const part = (name: keyof typeof retailParts): unknown => {
    const file = files.find((one) => one.name === `${name}.json`);
    if (!file || files.length !== 3)
      throw new AppError(
        'InvalidInput',
        'Pick one file at a time, or users.json, products.json and orders.json together.',
      );
    const text = decodeText(file.bytes);
    const parsed = retailParts[name].safeParse(parseJson(text));
    const issue = parsed.error?.issues[0];
    if (!issue) return parsed.data;
    const path = issue.path as (string | number)[];
    const line = linesOfPaths(text, [path]).values().next().value ?? 1;
    throw new AppError('InvalidInput', `${file.name}, line ${line}: ${issue.message}.`);
  };
  const parts = { users: part('users'), products: part('products'), orders: part('orders') };
  const world = convertRetail(parts as Parameters<typeof convertRetail>[0]);
  // Converted, it has no lines of its own: a place in it is a path.
  return { ...readWorldFile(world, null), source: 'the retail data' };
}

function naming<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.name as 'InvalidInput', `${name.slice(0, 200)}: ${error.message}`, { cause: error });
    throw error;
  }
}
