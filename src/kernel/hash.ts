import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** One for all, and one place for its bytes: to make them for every text takes as long as to use them. */
const encoder = new TextEncoder();
const place = new Uint8Array(64 * 1024);

/** The UTF-8 of a text, good until the next is asked for. */
function bytesOf(text: string): Uint8Array {
  if (text.length * 3 > place.length) return encoder.encode(text);
  return place.subarray(0, encoder.encodeInto(text, place).written);
}

/** SHA-256 as 64 lower-case hex digits, of bytes or of a text's UTF-8. Synchronous, so that it can run between two reads. */
export function sha256Hex(input: string | Uint8Array): string {
  return bytesToHex(sha256(typeof input === 'string' ? bytesOf(input) : input));
}

/** The same of a text, by the platform: quicker for long ones, but it answers later. */
export async function sha256HexLater(text: string): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
}

/** A SHA-256 that is told its text or bytes piece by piece, and says at any moment what it is so far. */
export interface RunningHash {
  add(piece: string | Uint8Array): void;
  /** 64 hex digits of all that was added; more can be added afterwards. */
  hex(): string;
}

/** Begins an empty running hash. */
export function runningSha256(): RunningHash {
  const hash = sha256.create();
  // What it is so far is finished in a copy, always the same one.
  const copy = hash.clone();
  const digest = new Uint8Array(hash.outputLen);
  return {
    add: (piece) => void hash.update(typeof piece === 'string' ? bytesOf(piece) : piece),
    hex() {
      hash._cloneInto(copy).digestInto(digest);
      return bytesToHex(digest);
    },
  };
}
