import { letter } from '../../contracts';
import { cutToTokens, tokensOf } from '../../knowledge';
import { cleanText } from './reading/cleanText';
import { ownWords } from './reading/ownWords';
import type { Situation } from './situation';

const maxTokens = 1_200;

/**
 * A letter as the side store keeps it, as it goes into a prompt: without quoted history and signature, and cut in the middle when it is
 * long, because people say what they want at the beginning or at the end. Anything that is not a letter is read as its text.
 */
export function readLetter(stored: string | null): Situation['letter'] {
  if (stored === null) return { from: '', address: '', subject: '', text: '', automatic: false, lost: true };
  let read;
  try {
    read = letter.safeParse(JSON.parse(stored)).data;
  } catch {
    read = undefined;
  }
  return {
    from: cutToTokens(read?.from.name ?? '', 40),
    address: cutToTokens(read?.from.address ?? '', 80),
    subject: cutToTokens(read?.subject ?? '', 120),
    text: shortened(read?.text ?? stored),
    automatic: read?.automatic ?? false,
    lost: false,
  };
}

function shortened(text: string): string {
  // Counting is linear: a text that cannot fit is not cleaned to its end.
  const head = cleanText(text.slice(0, 60_000));
  const { own, forwarded } = ownWords(text.length > 60_000 ? `${head}\n${cleanText(text.slice(-6_000))}` : head);
  const words = forwarded === '' ? own : `${own}\n\n---------- Forwarded message ---------\n${forwarded}`;
  if (tokensOf(words.slice(0, maxTokens * 8)) <= maxTokens && words.length <= maxTokens * 8) return words;
  return `${cutToTokens(words, 800)}\n[…]\n${cutToTokens(words.slice(-900).toWellFormed(), 350)}`;
}
