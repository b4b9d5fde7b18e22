import { expect, test } from 'vitest';
import { campaign, patientMs, seedsOf } from '../campaign/campaign';
import { manyMails } from '../campaign/manyMails';
import { playThrough } from '../campaign/playThrough';

// `npm run campaign` plays thousands; here is a sample. A failing seed is the name of its test.
const count = campaign?.mails ?? 60;
const faults = { agentDies: 0.005, worldDies: 0.0005, newsIsLost: 0.2, newsIsDoubled: 0.1 };

test.each(seedsOf(1))(
  `[MANY1] seed %i, ${count} mails: each is answered or with a person, once, and everything holds`,
  { timeout: patientMs },
  async (seed) => {
    const played = await playThrough(seed, faults, manyMails(seed, count));
    expect(played.broken).toEqual([]);
    const mailsOf = (type: string) =>
      played.events.flatMap((event) => (event.type === type && 'mailId' in event.data ? [event.data.mailId] : []));
    const queries = mailsOf('CustomerQuery');
    expect(queries).toHaveLength(count);
    const replies = mailsOf('ReplySent');
    expect(new Set(replies).size).toBe(replies.length);
    expect(new Set([...replies, ...mailsOf('Escalated')])).toEqual(new Set(queries));
    // Nothing was parked: no thread died three times on one event.
    expect(played.events.filter((event) => event.type === 'AgentFailed')).toEqual([]);
  },
);
