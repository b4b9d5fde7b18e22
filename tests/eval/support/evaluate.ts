import type { DataOf } from '../../../src/contracts';
import type { Engine } from '../../../src/llm';
import type { EvalMail } from './EvalMail';
import { observe } from './observe';
import { openWorldShop } from './openWorldShop';
import type { Result } from './score';

export { readMails } from './EvalMail';
export { score, wrongs } from './score';
export { readWorldFacts } from './WorldFacts';

/**
 * Sends every mail to the real agent and services; support reasons with this model, or else by rules. Each customer meets the world as its file has it: the mails of one address are put to
 * fresh copies of it, one at a time; mails without expectations (a mailbox) are taken in order, in one world.
 */
export async function evaluate(
  mails: readonly EvalMail[],
  worldText: string,
  progress: (done: number) => void,
  model: Engine | null = null,
): Promise<{ results: Result[]; msPerMail: number; decisions: DataOf<'AgentDecided'>[] }> {
  const results: Result[] = [];
  const decisions: DataOf<'AgentDecided'>[] = [];
  let spent = 0;
  for (const round of roundsOf(mails)) {
    const shop = await openWorldShop(worldText, model);
    for (const mail of round) {
      const before = shop.world.log.world().head;
      const started = performance.now();
      await shop.world.door.submit(`mail-${mail.id}`, { kind: 'dropMail', letter: mail.letter });
      await shop.settled();
      spent += performance.now() - started;
      const events = await shop.world.log.read(before, 10_000);
      const received = events.find((event) => event.type === 'MailReceived');
      const story = events.filter((event) => event.correlationId === received?.correlationId);
      for (const event of story) if (event.type === 'AgentDecided') decisions.push(event.data);
      results.push({ mail, seen: await observe(story, (ref) => shop.world.log.text(ref as never)) });
      progress(results.length);
    }
    shop.close();
  }
  return { results, msPerMail: spent / Math.max(1, mails.length), decisions };
}

/** The first mail of every address, then the second of every address, and so on. */
function roundsOf(mails: readonly EvalMail[]): EvalMail[][] {
  if (mails.every((mail) => mail.expect === null)) return [[...mails]];
  const rounds: EvalMail[][] = [];
  const sent = new Map<string, number>();
  for (const mail of mails) {
    const address = mail.letter.from.address.toLowerCase();
    const round = sent.get(address) ?? 0;
    sent.set(address, round + 1);
    (rounds[round] ??= []).push(mail);
  }
  return rounds;
}
