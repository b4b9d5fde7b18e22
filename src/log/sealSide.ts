import type { Ref } from '../contracts';
import { sha256Hex } from '../kernel';
import type { Side } from './LogStore';

/**
 * Puts a text that may have to be forgotten where it can be: beside the log. The event gets the ref, SHA-256(salt + text); once text and
 * salt are erased, nobody can guess the text from the ref.
 */
export function sealSide(text: string, place: { world: string; subject: string; salt: string }): Side {
  return { ...place, ref: sha256Hex(place.salt + text) as Ref, text };
}

/** True when the text is still the one its ref was made of. */
export function sideIsIntact(side: Pick<Side, 'ref' | 'salt' | 'text'>): boolean {
  return sha256Hex(side.salt + side.text) === side.ref;
}
