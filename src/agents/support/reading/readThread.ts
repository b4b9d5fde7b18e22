import type { Situation } from '../situation';
import type { IntentModel } from './IntentModel';
import { enough } from './judge';
import { readMail } from './readMail';
import type { LetterText, Reading, Want } from './Reading';

/** A mail read on from the one before it, on which support asked something back. */
export interface ThreadReading {
  readonly reading: Reading;
  /** Support has asked before: another question would be one too many. */
  readonly asksAgain: boolean;
}

const yes =
  /^\W*(?:yes|yeah|yep|yup|sure|ok(?:ay)?|correct|right|exactly|indeed|please do|go ahead|that(?:'s| is) (?:right|correct|it))\b/i;

/** Reads the letter; if it answers a question of support's, what was wanted before is wanted still, with what the answer adds. */
export function readThread({ letter, earlier }: Situation, model: IntentModel): ThreadReading {
  const now = readMail(textOf(letter.from, letter.address, letter.subject, letter.text), model);
  if (!earlier || now.automatic || now.language !== null) return { reading: now, asksAgain: false };
  const isAnswer = earlier.isThread || (now.intents[0] === 'other' && now.wants.length === 0);
  if (!isAnswer) return { reading: now, asksAgain: false };
  const bare = readMail(textOf(letter.from, letter.address, '', letter.text), model);
  const before = readMail(textOf(letter.from, letter.address, earlier.subject, earlier.text), model);
  return { reading: joined(before, bare), asksAgain: true };
}

const textOf = (name: string, address: string, subject: string, text: string): LetterText => ({
  from: { name, address },
  subject,
  text,
});

function joined(before: Reading, now: Reading): Reading {
  const named = now.named.length ? now.named : before.named;
  const text = `${now.text}\n${before.text}`;
  const carried = before.wants.map((want): Want => {
    const orders = now.named.length ? now.named : want.orders;
    const mode = yes.test(now.text.trim()) ? ('request' as const) : want.mode;
    const better = now.wants.find((one) => one.intent === want.intent);
    return {
      ...want,
      orders,
      mode,
      text: `${now.text.trim()} ${want.text}`,
      reason: better && better.reason !== 'other' ? better.reason : want.reason,
    };
  });
  const reason = before.wants.find((want) => want.reason !== 'other')?.reason ?? 'other';
  const fresh = now.wants
    .filter((want) => want.score >= enough && !carried.some((one) => one.intent === want.intent))
    .map((want): Want => ({ ...want, reason: want.reason === 'other' ? reason : want.reason }));
  // "I'd rather have my money back" in answer to a question about a damage says what is to be done about it.
  const wants = [...fresh.filter((want) => want.mode === 'request'), ...carried];
  const intents = [
    ...new Set([...before.intents.filter((one) => one !== 'other'), ...now.intents.filter((one) => one !== 'other')]),
  ];
  return {
    ...now,
    named,
    bareNumbers: [...new Set([...now.bareNumbers, ...before.bareNumbers])],
    text,
    wants,
    intents: intents.length ? intents : ['other'],
  };
}
