import { seededRandom, type Random } from '../../src/kernel';
import { sampleMails, type Input } from '../../src/intake';
import { openTheShop } from '../article/openTheShop';
import type { TestShop } from '../article/shopInOneThread';
import type { Play } from './playThrough';

const samples = sampleMails();
const senders = [...new Set(samples.map((sample) => sample.from)), 'Nobody Known <nobody@example.net>'];

/** So many mails from customers and strangers, in bursts, with goods coming and going in between. All of it follows from the seed. */
export function manyMails(seed: number, count: number): Play {
  // Beyond the death of a thread: what was handed in before has an id and happens once.
  let done = 0;
  return async (shop, alive) => {
    await openTheShop(shop);
    while (alive() && done < count) {
      const burst = Math.min(count, done + 1 + Math.floor(seededRandom(seed * 7919 + done)() * 12));
      for (let n = done; n < burst; n++) await hand(shop, seed, n);
      await shop.settled();
      done = burst;
    }
    await shop.settled();
  };
}

/** One mail, and now and then something that happens in the shop. */
async function hand({ world }: TestShop, seed: number, n: number): Promise<void> {
  const random = seededRandom(seed * 1_000_003 + n);
  const from = pick(random, senders);
  const [subject, text] = words(random, [...world.views.orders.keys()], [...world.views.products.values()]);
  await world.door.submit(`mail-${seed}-${n}`, { kind: 'writeMail', from, subject: `${subject} (${n})`, text });
  if (random() < 0.3) await world.door.submit(`act-${seed}-${n}`, act(random, world, n));
}

function words(
  random: Random,
  orders: readonly string[],
  products: readonly { readonly title: string }[],
): [subject: string, text: string] {
  const order = pick(random, orders);
  const title = pick(random, products).title;
  const sample = pick(random, samples);
  return pick<[string, string]>(random, [
    [sample.subject, sample.text],
    ['Where is it', `Hello, where is my order ${order}? It should be here by now.`],
    ['Cancel', `Please cancel my order ${order}, I do not need it any more.`],
    ['Broken', `The ${title} from my order ${order} arrived damaged. I would like my money back.`],
    ['Too small', `The ${title} of order ${order} does not fit. Can I send it back?`],
    ['Stock', `Is the ${title} in stock?`],
    ['Hello', 'asdf qwer ??? 🙂 __proto__ <b>constructor</b>'],
    ['', ''.padEnd(1 + Math.floor(random() * 3000), 'So many words and no question. ')],
  ]);
}

function act(random: Random, { views }: TestShop['world'], n: number): Input {
  const sku = pick(random, [...views.products.keys()]);
  const order = pick(random, [...views.orders.values()]);
  const customerId = order.customerId;
  return pick<Input>(random, [
    { kind: 'restock', sku, qty: 1 + Math.floor(random() * 10) },
    { kind: 'placeOrder', orderId: `f${n}`, customerId, items: [{ sku, qty: 1 + Math.floor(random() * 3) }] },
    { kind: 'ship', orderId: order.orderId },
    { kind: 'deliver', orderId: order.orderId },
    { kind: 'returnArrives', orderId: order.orderId, sku: order.lines[0]?.sku ?? sku, qty: 1 },
  ]);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
