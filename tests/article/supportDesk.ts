import type { WorldEvent } from '../../src/contracts';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

/** The n-th event that is what we wait for, as soon as it is committed. */
export async function until(shop: TestShop, wanted: (event: WorldEvent) => boolean, n = 1): Promise<WorldEvent> {
  for (;;) {
    const changed = new Promise<void>((resolve) => shop.world.log.onCommit(() => resolve()));
    const found = (await shop.events()).filter(wanted)[n - 1];
    if (found) return found;
    await changed;
  }
}

/** A shop in which nobody sits at the support desk but us, with this mail waiting. */
export async function atTheSupportDesk(mail: { from: string; subject: string; text: string }) {
  const shop = await shopInOneThread({ seated: ['inventory', 'marketing'] });
  await openTheShop(shop);
  const desk = shop.world.desk('support');
  await shop.world.door.submit('mail', { kind: 'writeMail', ...mail });
  const query = await until(shop, (event) => event.type === 'CustomerQuery');
  const { turn, basis } = await desk.begin(query.id);
  return { shop, desk, trigger: query.id, turn, basis };
}
