import { expect, it } from 'vitest';
import { readSeal, writeSeal } from './readSeal';

const hash = 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78';

it('[UI9] a noted seal is read back as written, and from whatever was copied with it', () => {
  expect(readSeal(writeSeal({ position: 214, hash }))).toEqual({ position: 214, hash });
  expect(readSeal(`Seal of position 214: ${hash.toUpperCase()}\n`)).toEqual({ position: 214, hash });
  for (const text of ['', '214', hash, `214 ${hash.slice(1)}`, 'x'.repeat(5000)]) expect(readSeal(text)).toBeNull();
});
