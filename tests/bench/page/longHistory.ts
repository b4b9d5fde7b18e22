import type { WorldEvent } from '../../../src/contracts';
import { sealSide, type Side } from '../../../src/log';
import { openShop } from '../../../src/services/testing/openShop.suite';
import { draftOf } from './ourLog';

/** One commit as its author handed it in, with the texts that lie beside the log. */
export interface PastCommit {
  readonly at: number;
  readonly events: readonly WorldEvent[];
  readonly drafts: readonly object[];
  readonly sides: readonly Side[];
}

const skus = Array.from({ length: 40 }, (_, n) => `SKU-${n}`);
const customers = Array.from({ length: 500 }, (_, n) => `c-${n}`);
const priceCents = 1200;

/**
 * About `count` events of an ordinary year, decided by the real services: orders that are paid, shipped and delivered, and to every
 * tenth a mail, a refund and a reply. The same count gives the same history.
 */
export function longHistory(count: number, world: string): PastCommit[] {
  const shop = openShop('in order');
  const sides = new Map<string, Side>();
  const say: typeof shop.propose = (type, data) => {
    shop.propose(type, data);
    shop.settle();
  };
  const put = (subject: string, text: string) => {
    const side = sealSide(text, { world, subject, salt: `salt-${sides.size}` });
    sides.set(side.ref, side);
    return side.ref;
  };

  for (const sku of skus) {
    say('ProductSubmitted', { sku, title: `Thing ${sku}`, description: 'As it was.', priceCents, lowStockAt: 5 });
    say('StockReceiptReported', { sku, qty: 10_000, reorderId: null });
  }
  for (const id of customers) {
    const profile = put(id, JSON.stringify({ name: `Customer ${id}`, address: `${id}@example.org` }));
    say('CustomerIntroduced', { customerId: id, profile });
  }
  for (let n = 0; shop.log.length < count; n++) {
    shop.at += 60_000;
    const [one, other] = [skus[n % skus.length] ?? '', skus[(n * 7 + 3) % skus.length] ?? ''];
    const customerId = customers[(n * 13) % customers.length] ?? '';
    const orderId = `${1000 + n}`;
    const items = one === other ? [{ sku: one, qty: 3 }] : [one, other].map((sku, i) => ({ sku, qty: 1 + i }));
    say('OrderSubmitted', { orderId, customerId, items });
    say('PaymentCaptured', { orderId, cents: 3 * priceCents });
    say('ShipmentReported', { orderId });
    say('DeliveryReported', { orderId });
    if (n % 10 !== 0) continue;
    const mailId = `m-${n}`;
    const letter = put(customerId, letterAbout(orderId, customerId));
    say('MailReceived', { mailId, customerId, letter, attachments: 0 });
    say('RefundRequested', { orderId, customerId, sku: one, qty: 1, cents: priceCents, reason: 'damaged' });
    const text = put(customerId, `We have refunded one piece of order ${orderId}. Sorry for the trouble.`);
    const claims = [{ says: 'refunded' as const, orderId, sku: one, qty: 1, cents: priceCents }];
    say('ReplyDrafted', { mailId, customerId, text, claims });
  }
  return inCommits(shop.log, sides);
}

/** What a service said to one event was one commit; so was each proposal. */
function inCommits(log: readonly WorldEvent[], sides: ReadonlyMap<string, Side>): PastCommit[] {
  const commits: WorldEvent[][] = [];
  for (const event of log) {
    const last = commits.at(-1);
    const before = last?.[0];
    if (last && before?.causationId && before.causationId === event.causationId && before.by === event.by)
      last.push(event);
    else commits.push([event]);
  }
  return commits.map((events) => ({
    at: events[0]?.at ?? 0,
    events,
    drafts: events.map(draftOf),
    sides: events.flatMap((event) => Object.values(event.data).flatMap((value) => sides.get(String(value)) ?? [])),
  }));
}

function letterAbout(orderId: string, customerId: string): string {
  return JSON.stringify({
    from: { name: `Customer ${customerId}`, address: `${customerId}@example.org` },
    subject: `Order ${orderId}`,
    text: 'One of the things you sent me is broken. I would like my money back for that one, please.',
    writtenAt: null,
    messageId: null,
    attachments: [],
  });
}
