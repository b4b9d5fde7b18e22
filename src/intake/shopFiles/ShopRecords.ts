import type { Policy } from '../../contracts';
import type { Currency } from '../../kernel';
import type { CatalogueVariant, FileCustomer, FileOrder } from './ShopWorld';

/** One thing read from a file, and the line it began on, counted from 1; null when the file does not tell. */
export interface Entry<T> {
  readonly line: number | null;
  readonly value: T;
}

/** One thing that cannot be taken: what it is, where it stands, and why, in words with a way out. */
export interface Skipped {
  readonly line: number | null;
  readonly what: string;
  readonly because: string;
}

/** What a file brings, whatever its format was. */
export interface ShopRecords {
  /** What the file was found to be, in words: `a world file`, `Shopify orders`. */
  readonly source: string;
  /** Null when the file does not say. */
  readonly currency: Currency | null;
  readonly policy: readonly Policy[];
  readonly customers: readonly Entry<FileCustomer>[];
  readonly variants: readonly Entry<CatalogueVariant>[];
  readonly orders: readonly Entry<FileOrder>[];
  readonly skipped: readonly Skipped[];
}
