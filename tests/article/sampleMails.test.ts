import { expect, test } from 'vitest';
import type { WorldEvent } from '../../src/contracts';
import { sampleMails } from '../../src/intake';
import { shopInOneThread } from './shopInOneThread';

/** What support comes to on each mail that a visitor can send as it stands: everything it proposed, and what the replies claim. */
const comesTo: Readonly<Record<string, readonly string[]>> = {
  damaged: ['RefundRequested', 'ReplyDrafted refunded'],
  cancel: ['CancellationRequested', 'ReplyDrafted cancelled'],
  where: ['ReplyDrafted order-status'],
  'in-stock': ['ReplyDrafted available'],
  'not-wanted': ['ReturnRequested', 'ReplyDrafted return-accepted'],
  'two-in-one': ['RefundRequested', 'ReplyDrafted refunded available'],
  'not-theirs': ['ReplyDrafted'],
  hostile: ['ReplyDrafted'],
  vague: ['EscalationRequested'],
  stranger: ['ReplyDrafted'],
};

test('[MAIL1] every sample mail comes to what it should, and no proposal of support is refused', async () => {
  const shop = await shopInOneThread();
  const { world } = shop;
  while (world.player.status().next !== null && world.player.status().done < 37) await world.player.step();
  await world.settled();

  const found: Record<string, string[]> = {};
  for (const { id, from, subject, text } of sampleMails()) {
    const before = world.log.world().head;
    await world.door.submit(`sample-${id}`, { kind: 'writeMail', from, subject, text });
    await world.settled();
    const events = await world.log.read(before, 1000);
    found[id] = events.filter((event) => event.kind === 'proposal' && event.by === 'support').map(inWords);
    expect(events.filter((event) => event.type.endsWith('Rejected') || event.type.endsWith('Refused'))).toEqual([]);
  }
  expect(found).toEqual(comesTo);
  shop.close();
});

function inWords(event: WorldEvent): string {
  return event.type === 'ReplyDrafted'
    ? [event.type, ...event.data.claims.map((claim) => claim.says)].join(' ')
    : event.type;
}
