import { canonicalJson } from '../kernel';
import type { Views } from './views';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Fields that say where in the log something stands: a world that came about in another order has others. */
const places = new Set([
  'changedAt',
  'position',
  'lastEvent',
  'correlationId',
  'answer',
  'id',
  'trigger',
  'receipts',
  'proposalId',
  'basis',
  'moved',
]);
/** Maps whose keys are event ids. */
const keyedByPlace = new Set(['waiting', 'answered', 'drafts', 'entries', 'approvals']);

/**
 * The views as one JSON value: a Map becomes its `[key, row]` pairs, sorted by key, so that equal views give equal bytes under
 * `canonicalJson` whatever order their keys came in.
 *
 * With `places: false` everything that only says where in the log it stands is left out: positions, event ids, and keys that are
 * event ids (those rows are sorted by their text instead). Refs stay; they are salted, so compare worlds by `equalWorldForm`.
 */
export function viewsToJson(views: Views, options: { readonly places: boolean } = { places: true }): Json {
  return toJson(views, '', options.places);
}

function toJson(value: unknown, name: string, withPlaces: boolean): Json {
  if (value instanceof Map) {
    const rows = [...(value as Map<string, unknown>)].map(([key, row]) => [key, toJson(row, key, withPlaces)] as const);
    if (withPlaces || !keyedByPlace.has(name)) return rows.sort(([a], [b]) => byCodeUnits(a, b));
    return rows.map(([, row]) => row).sort((a, b) => byCodeUnits(canonicalJson(a), canonicalJson(b)));
  }
  if (Array.isArray(value)) return value.map((inner) => toJson(inner, '', withPlaces));
  if (typeof value !== 'object' || value === null) return value as Json;
  const fields = Object.entries(value).filter(([field]) => withPlaces || !places.has(field));
  return Object.fromEntries(fields.map(([field, inner]) => [field, toJson(inner, field, withPlaces)]));
}

/** The order of keys in RFC 8785; it depends on no locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
