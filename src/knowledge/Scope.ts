import { AppError } from '../kernel';

/** Whose a document is: one customer's, one product's, or everybody's. A document has exactly one scope. */
export type Scope =
  | { readonly customer: string; readonly sku?: never; readonly shared?: never }
  | { readonly sku: string; readonly customer?: never; readonly shared?: never }
  | { readonly shared: true; readonly customer?: never; readonly sku?: never };

/** What a query may look at. It is required, and there is no way to say "everything". */
export type Where = Scope | { readonly anyOf: readonly Scope[] };

/**
 * A scope as the key of a Map.
 *
 * @throws InvalidInput when it does not name exactly one owner: types alone do not hold at a worker's door.
 */
export function scopeKey(scope: Scope): string {
  const { customer, sku, shared } = scope;
  if (Object.keys(scope).length === 1) {
    if (typeof customer === 'string' && customer !== '') return `customer:${customer}`;
    if (typeof sku === 'string' && sku !== '') return `sku:${sku}`;
    if (shared === true) return 'shared';
  }
  throw new AppError('InvalidInput', 'A scope names exactly one of customer, sku or shared.');
}

/** The scopes that a filter lets through, each once. */
export function scopeKeys(where: Where): ReadonlySet<string> {
  return new Set('anyOf' in where ? where.anyOf.map(scopeKey) : [scopeKey(where)]);
}
