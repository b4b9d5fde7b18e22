import fc from 'fast-check';
import type { DraftOf, ProposalType } from '../../contracts';
import { openShop, type Reading, type Shop } from './openShop.suite';
import { customers, skus, stories, type Asked } from './stories.suite';

/** One step of a random history: somebody proposes, some service works off a trigger, or days go by. */
export type Act =
  | { readonly does: 'propose'; readonly proposal: (shop: Shop) => Asked }
  | { readonly does: 'work'; readonly pick: number }
  | { readonly does: 'wait'; readonly days: number };

/** Random histories in a world small enough that everything happens to the same few things. fast-check prints seed and path. */
export function histories(maxLength: number): fc.Arbitrary<readonly Act[]> {
  const act = fc.oneof(
    { weight: 20, arbitrary: proposals },
    { weight: 50, arbitrary: fc.nat(99).map((pick): Act => ({ does: 'work', pick })) },
    { weight: 1, arbitrary: fc.constantFrom(1, 31, 91).map((days): Act => ({ does: 'wait', days })) },
  );
  return fc.array(act, { maxLength, size: 'max' });
}

/** Lets a history happen in a shop that sells three things. `eachRest`: now and then all is worked off, and then this is called. */
export function play(acts: readonly Act[], reading: Reading, eachRest?: (log: Shop['log']) => void): Shop {
  const shop = openShop(reading);
  for (const sku of skus) {
    shop.propose('ProductSubmitted', { sku, title: sku, description: '', priceCents: 100, lowStockAt: 2 });
  }
  for (const customerId of customers) shop.propose('CustomerIntroduced', { customerId, profile: ref });
  shop.settle();
  acts.forEach((act, i) => {
    perform(shop, act);
    if (!eachRest || (i % 12 !== 0 && i < acts.length - 1)) return;
    shop.settle();
    eachRest(shop.log);
  });
  return shop;
}

function perform(shop: Shop, act: Act): void {
  switch (act.does) {
    case 'wait':
      shop.at += act.days * 24 * 60 * 60 * 1000;
      break;
    case 'propose': {
      const [type, data] = act.proposal(shop);
      shop.propose(type, data as DraftOf<ProposalType>['data']);
      break;
    }
    case 'work': {
      const pending = shop.pending();
      const next = pending[act.pick % pending.length];
      if (next) shop.work(next);
    }
  }
}

const ref = '0'.repeat(64);
const numbered = (prefix: string, count: number) => fc.integer({ min: 1, max: count }).map((n) => `${prefix}-${n}`);
const orderId = numbered('o', 5);
const mailId = numbered('m', 3);
const promotionId = numbered('pr', 3);
const saleId = numbered('s', 3);
const reorderId = numbered('r', 3);
const sku = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...skus) },
  { weight: 1, arbitrary: fc.constant('GHOST') },
);
const customerId = fc.constantFrom(...customers, 'c-3');
const few = fc.integer({ min: 1, max: 3 });
const cents = fc.constantFrom(50, 100, 200, 300);
const words = fc.constant('because');
const items = fc.array(fc.record({ sku, qty: few }), { minLength: 1, maxLength: 2 });
const claim = fc.oneof(
  fc.record({ says: fc.constant('refunded'), orderId, sku, qty: few, cents }),
  fc.record({ says: fc.constant('cancelled'), orderId }),
  fc.record({ says: fc.constant('order-status'), orderId, status: fc.constantFrom('placed', 'confirmed', 'shipped') }),
  fc.record({ says: fc.constant('available'), sku, available: fc.boolean() }),
);

const fields: { readonly [T in ProposalType]: Readonly<Record<string, fc.Arbitrary<unknown>>> } = {
  CustomerIntroduced: { customerId, profile: fc.constant(ref) },
  MailReceived: { mailId, customerId: fc.option(customerId), letter: fc.constant(ref), attachments: fc.constant(0) },
  OrderSubmitted: { orderId, customerId, items },
  PaymentCaptured: { orderId, cents },
  ShipmentReported: { orderId },
  DeliveryReported: { orderId },
  CancellationRequested: { orderId, customerId, reason: fc.constant('other') },
  RefundRequested: { orderId, customerId, sku, qty: few, cents, reason: fc.constantFrom('damaged', 'late') },
  StockReceiptReported: { sku, qty: few, reorderId: fc.option(reorderId, { freq: 2 }) },
  ReturnReceived: { orderId, sku, qty: few },
  LowStockReported: { sku, available: fc.constant(1) },
  ReorderRequested: { reorderId, sku, qty: few, reason: words },
  ProductSubmitted: { sku: fc.constant('MUG'), title: words, description: words, priceCents: cents, lowStockAt: few },
  PriceChangeRequested: { sku, priceCents: cents },
  SaleRequested: { saleId, sku, percentOff: fc.constantFrom(10, 50) },
  SaleEndRequested: { saleId, sku },
  PostDrafted: { postId: numbered('po', 3), sku, occasion: fc.constant('sale'), text: words },
  PromotionRequested: { promotionId, saleId, sku, text: words },
  PromotionPauseRequested: { promotionId, sku, reason: words },
  PromotionResumeRequested: { promotionId, sku, reason: words },
  ReplyDrafted: { mailId, customerId, text: fc.constant(ref), claims: fc.array(claim, { maxLength: 1 }) },
  EscalationRequested: { mailId, customerId, reason: fc.constant('unclear'), because: words },
  FilingRequested: { mailId, customerId, reason: fc.constant('automatic'), because: words },
};

const anything = (Object.keys(fields) as ProposalType[]).map((type) =>
  fc.record(fields[type]).map((data): Act => ({ does: 'propose', proposal: () => [type, data] })),
);
const proposals = fc.oneof(
  ...anything,
  ...stories.map((story) => ({
    weight: story.weight,
    arbitrary: story.arbitrary.map((next): Act => ({ does: 'propose', proposal: next })),
  })),
);
