import { sha256Hex } from './hash';
import type { Random } from './random';

/**
 * The id of the n-th thing an author makes of one trigger. The same author, trigger and ordinal give the same id, so doing
 * something twice is doing it once. The author stays readable: `support-1f0c…`.
 */
export function derivedId(author: string, trigger: string, ordinal: number | string): string {
  return `${author}-${sha256Hex(`${author}|${trigger}|${ordinal}`).slice(0, 20)}`;
}

/** A fresh id from a source of chance: `mail-x7k2…`. */
export function randomId(prefix: string, random: Random): string {
  let id = `${prefix}-`;
  for (let i = 0; i < 12; i++) id += '0123456789abcdefghijkmnpqrstuvwxyz'.charAt(Math.floor(random() * 34));
  return id;
}
