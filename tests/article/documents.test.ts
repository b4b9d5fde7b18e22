import { expect, test } from 'vitest';
import type { Transcript } from '../../src/agents';
import { historyDoor } from '../../src/app/world';
import { isOneOf } from '../../src/contracts';
import { submit } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

const write = (shop: TestShop, n: number, text: string) =>
  submit(shop, `mail-${n}`, {
    kind: 'writeMail',
    from: 'Amara Okafor <amara.okafor@example.org>',
    subject: `Question ${n}`,
    text,
  });
const say = (shop: TestShop, document: string, text: string | null, from: number) =>
  submit(shop, `text-${document}-${from}`, {
    kind: 'ask',
    wish: { type: 'DocumentChangeRequested', data: { document, text, from } },
  });

/** What was answered to the last three mails, in order: the reply, or that it went to a person. */
async function answers(shop: TestShop): Promise<string[]> {
  const ends = (await shop.events()).flatMap((event) => (isOneOf(event, ['ReplySent', 'Escalated']) ? [event] : []));
  return Promise.all(
    ends
      .slice(-3)
      .map(async (event) =>
        event.type === 'ReplySent' ? ((await shop.world.log.text(event.data.text)) ?? '') : 'a person',
      ),
  );
}

const howLong = 'How long do I have to return something I bought from you?';
const opening = 'At what time does your shop open on Saturday?';

test('[TXT3] support answers with the words that the shop has at its basis: the app’s, others, and the app’s again', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await write(shop, 1, howLong);
  await say(shop, 'policy:refunds', 'Returns: you may send back anything within 60 days.', 0);
  await write(shop, 2, howLong);
  await say(shop, 'policy:refunds', null, 1);
  await write(shop, 3, howLong);
  const said = await answers(shop);
  expect(said[0]).toContain('within 30 days of delivery');
  expect(said[1]).toContain('within 60 days');
  expect(said[2]).not.toMatch(/30 days|60 days/);
  expect(shop.world.views.documents.get('policy:refunds')).toMatchObject({ version: 2, text: null });

  // What it was shown then is told beside what the text says now, and which event moved it.
  const turns = (await shop.events()).flatMap((event) =>
    event.type === 'AgentDecided' && event.by === 'support' ? [event] : [],
  );
  const second = turns.at(-2);
  const shown = JSON.parse((second && (await shop.world.log.text(second.data.transcript))) ?? '') as Transcript;
  expect(shown.documents.find(({ id }) => id === 'policy:refunds')?.text).toContain('60 days');
  const report = await historyDoor(shop.world.log).decision(second!.id, Infinity);
  const belief = report?.beliefs.find(({ what }) => what === 'policy:refunds');
  expect(belief).toMatchObject({ freshness: 'moved', movedBy: { type: 'DocumentChanged' } });
  shop.close();
});

test('[TXT4] a question that the shopkeeper added is answered with their words, and one that they withdrew is not', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await write(shop, 1, opening);
  await say(shop, 'faq:opening', 'At what time does the shop open on Saturday? From ten to four, all year.', 0);
  await write(shop, 2, opening);
  await say(shop, 'faq:opening', null, 1);
  await write(shop, 3, opening);
  const [before, added, after] = await answers(shop);
  expect(added).toContain('From ten to four, all year.');
  expect(added).not.toContain('At what time');
  expect([before, after].join()).not.toContain('ten to four');
  shop.close();
});
