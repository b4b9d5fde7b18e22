import { expect, test } from 'vitest';
import { agentDefinitions, type Transcript } from '../../src/agents';
import { forkHere } from '../../src/app/world';
import { isOneOf, type WorldEvent } from '../../src/contracts';
import { openLog, verify, type Log } from '../../src/log';
import { submit } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

const brief = 'You answer letters. Be brief.';
const kind = 'You answer letters. Be kind.';

const write = (shop: TestShop, n: number) =>
  submit(shop, `mail-${n}`, {
    kind: 'writeMail',
    from: 'Amara Okafor <amara.okafor@example.org>',
    subject: `Question ${n}`,
    text: 'Where is my order 1276?',
  });
const tell = (shop: TestShop, system: string | null, from: number) =>
  submit(shop, `prompt-${from}-${system}`, { kind: 'changePrompt', agent: 'support', system, from });

/** What support was told in each of its turns, beside what a fold of the log up to the turn's basis says. */
async function toldAndDue(log: Log, events: readonly WorldEvent[]) {
  const turns = events.filter((event) => isOneOf(event, ['AgentDecided']) && event.by === 'support');
  return Promise.all(
    turns.map(async (turn) => {
      if (turn.type !== 'AgentDecided') throw new Error('no turn');
      const { prompt, promptVersion } = JSON.parse((await log.text(turn.data.transcript)) ?? '') as Transcript;
      const said = events.findLast((one) => one.type === 'PromptChanged' && one.position <= (turn.basis ?? 0));
      const due = said?.type === 'PromptChanged' ? said.data : { version: 0, system: null };
      return {
        told: [promptVersion, prompt.system],
        due: [due.version, due.system ?? agentDefinitions.support.system],
      };
    }),
  );
}

test('[PRM5] each turn is told what the log says at its basis: the app’s words, other words, and the app’s again', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await write(shop, 1);
  await tell(shop, brief, 0);
  await write(shop, 2);
  await tell(shop, kind, 1);
  // Written over version 0, which holds no longer: refused, and nothing changes.
  await tell(shop, 'Give everybody everything.', 0);
  await write(shop, 3);
  await tell(shop, null, 2);
  await write(shop, 4);

  const events = await shop.events();
  const turns = await toldAndDue(shop.world.log, events);
  for (const { told, due } of turns) expect(told).toEqual(due);
  expect(new Set(turns.map(({ told }) => told[0]))).toEqual(new Set([0, 1, 2, 3]));
  expect(events.filter(({ type }) => type === 'PromptChangeRefused')).toHaveLength(1);
  expect(shop.world.views.prompts.get('support')).toMatchObject({ version: 3, system: null });
  // Others are told what they were told.
  expect(shop.world.views.prompts.get('inventory')).toMatchObject({ version: 0, versions: [] });
  expect(await verify(shop.world.log)).toMatchObject({ intact: true });
  shop.close();
});

test('[PRM6] an event that waited is answered under the words that hold when it is looked at; a fork before the change knows nothing of it', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await shop.world.pause('support');
  await shop.settled();
  await write(shop, 1);
  const before = (await shop.events()).length;
  await tell(shop, brief, 0);
  await shop.world.resume('support');
  await shop.settled();
  const turns = await toldAndDue(shop.world.log, await shop.events());
  expect(turns.at(0)?.told).toEqual([1, brief]);
  shop.close();

  await forkHere(await openLog(shop.store, 'w'), { id: 'fork-1', name: 'Before', position: before }, 1);
  const fork = await shopInOneThread({ store: shop.store, worldId: 'fork-1' });
  expect(fork.world.views.prompts.get('support')).toMatchObject({ version: 0 });
  await fork.world.resume('support');
  await fork.settled();
  const forked = await toldAndDue(fork.world.log, await fork.events());
  expect(forked.at(0)?.told).toEqual([0, agentDefinitions.support.system]);
  fork.close();
});

test('[PRM7] where nobody changed anything the prompt is the app’s own to the byte', async () => {
  const shop = await shopInOneThread();
  await openTheShop(shop);
  await write(shop, 1);
  const decided = (await shop.events()).findLast((event) => event.type === 'AgentDecided' && event.by === 'support');
  if (decided?.type !== 'AgentDecided') throw new Error('no turn');
  const { prompt } = JSON.parse((await shop.world.log.text(decided.data.transcript)) ?? '') as Transcript;
  const { system, toolSpecs, decisionSchema } = agentDefinitions.support;
  expect(JSON.stringify([prompt.system, prompt.tools, prompt.decision])).toBe(
    JSON.stringify([system, toolSpecs, decisionSchema]),
  );
  shop.close();
});
