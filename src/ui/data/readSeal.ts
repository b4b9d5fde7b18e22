/** A seal as it is noted: everything up to a position has this hash. */
export interface Seal {
  readonly position: number;
  readonly hash: string;
}

/** How a seal is written to be noted, on paper or in a code. */
export const writeSeal = ({ position, hash }: Seal): string => `Common Ground ${position} ${hash}`;

/** Reads a noted seal, however it was copied: a number, then 64 digits of a hash; null when that is not there. */
export function readSeal(text: string): Seal | null {
  const found = /(\d{1,9})\D+?([0-9a-f]{64})\b/i.exec(text.slice(0, 1000));
  return found ? { position: Number(found[1]), hash: (found[2] ?? '').toLowerCase() } : null;
}
