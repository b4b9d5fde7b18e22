import fc from 'fast-check';
import type { DraftOf, ProposalType } from '../../contracts';
import { openShop, type Reading, type Shop } from './openShop.suite';
import { customers, policy, skus, stories, type Asked } from './stories.suite';

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
  shop.propose('CurrencyRequested', { currency: 'USD' });
  shop.settle();
  for (const sku of skus) {
    // Two of the three are variants of one product, at different prices.
    const product = { sku, title: sku, description: '', priceCents: sku === 'CUP' ? 150 : 100, lowStockAt: 2 };
    shop.propose('ProductSubmitted', { ...product, productId: sku === 'PEN' ? 'PEN' : 'VESSEL' });
  }
  for (const customerId of customers) shop.propose('CustomerIntroduced', { customerId, profile: ref });
  for (const [n, customerId] of customers.entries()) {
    const methods = [
      { customerId, methodId: `card-${n + 1}`, kind: 'card', label: 'Card', openingCents: 0 },
      { customerId, methodId: `gift-${n + 1}`, kind: 'gift-card', label: 'Gift card', openingCents: 400 },
    ] as const;
    shop.propose('PaymentMethodsSubmitted', { importId: null, methods: [...methods] });
  }
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
const methodId = fc.constantFrom('card-1', 'gift-1', 'card-2', 'gift-2');
const importId = numbered('im', 2);
const reason = fc.constantFrom('damaged', 'late', 'not-wanted');
const changes = fc.array(fc.record({ sku, qty: few, newSku: sku }), { minLength: 1, maxLength: 2 });
const claim = fc.oneof(
  fc.record({ says: fc.constant('refunded'), orderId, sku, qty: few, cents }),
  fc.record({ says: fc.constant('cancelled'), orderId }),
  fc.record({ says: fc.constant('order-status'), orderId, status: fc.constantFrom('placed', 'confirmed', 'shipped') }),
  fc.record({ says: fc.constant('available'), sku, available: fc.boolean() }),
  fc.record({ says: fc.constantFrom('address-changed', 'waits-for-approval'), orderId }),
  fc.record({ says: fc.constantFrom('items-changed', 'exchanged'), orderId, sku, newSku: sku }),
  fc.record({ says: fc.constant('payment-changed'), orderId, methodId: fc.constantFrom('card-1', 'gift-1') }),
);

const fields: { readonly [T in ProposalType]: Readonly<Record<string, fc.Arbitrary<unknown>>> } = {
  CustomerIntroduced: { customerId, profile: fc.constant(ref) },
  ForgettingRequested: { customerId },
  MailReceived: { mailId, customerId: fc.option(customerId), letter: fc.constant(ref), attachments: fc.constant(0) },
  OrderSubmitted: { orderId, customerId, items },
  PaymentCaptured: { orderId, cents, methodId: fc.option(methodId, { nil: undefined }) },
  ShipmentReported: { orderId },
  DeliveryReported: { orderId },
  CancellationRequested: { orderId, customerId, reason: fc.constantFrom('other', 'too-slow') },
  RefundRequested: {
    orderId,
    customerId,
    sku,
    qty: few,
    cents,
    reason,
    methodId: fc.option(methodId, { nil: undefined }),
  },
  AddressChangeRequested: { orderId, customerId, address: fc.constant(ref) },
  ItemsChangeRequested: { orderId, customerId, changes, methodId: fc.option(methodId) },
  PaymentMethodChangeRequested: { orderId, customerId, methodId },
  ReturnRequested: { orderId, customerId, items, methodId: fc.option(methodId), reason },
  ExchangeRequested: { orderId, customerId, changes, methodId: fc.option(methodId), reason },
  PolicyChangeRequested: { policy },
  PromptChangeRequested: {
    agent: fc.constantFrom('support', 'inventory'),
    system: fc.constantFrom(null, 'Be brief.', 'Be kind.'),
    from: fc.nat(2),
  },
  DocumentChangeRequested: {
    document: fc.constantFrom('policy:refunds', 'faq:opening'),
    text: fc.constantFrom(null, 'We answer within a day.', 'We answer.'),
    from: fc.nat(2),
  },
  ApprovalDecided: {
    proposalId: fc.nat(200).map((n) => `p-${n}`),
    verdict: fc.constantFrom('give', 'refuse'),
    payload: fc.constant(ref),
    because: words,
  },
  PaymentMethodsSubmitted: {
    importId: fc.constant(null),
    methods: fc.array(
      fc.record({ customerId, methodId, kind: fc.constant('gift-card'), label: words, openingCents: cents }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  CurrencyRequested: { currency: fc.constantFrom('EUR', 'USD') },
  CustomerImportSubmitted: {
    importId,
    customers: fc.array(fc.record({ customerId: numbered('n', 3), profile: fc.constant(ref) }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  ProductImportSubmitted: {
    importId,
    products: fc.array(
      fc.record({ sku: numbered('NEW', 3), title: words, description: words, priceCents: cents, lowStockAt: few }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  OrderImportSubmitted: {
    importId,
    orders: fc.array(
      fc.record({
        orderId: numbered('i', 4),
        customerId,
        status: fc.constantFrom('shipped', 'delivered', 'cancelled'),
        items: fc.array(fc.record({ sku, qty: few, unitCents: cents }), { minLength: 1, maxLength: 2 }),
        moves: fc.array(
          fc.record({ methodId: fc.option(methodId), kind: fc.constantFrom('charge', 'refund'), cents }),
          {
            maxLength: 2,
          },
        ),
        address: fc.constant(null),
        placedAt: fc.constant(0),
        deliveredAt: fc.constant(null),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  },
  StockCounted: {
    importId: fc.constant(null),
    counts: fc.array(fc.record({ sku, onHand: fc.nat(6) }), { minLength: 1, maxLength: 2 }),
  },
  WriteOffReported: { sku, qty: few, because: words },
  SupplierDelayReported: { reorderId, sku, dueAt: fc.constant(5) },
  StockReceiptReported: { sku, qty: few, reorderId: fc.option(reorderId, { freq: 2 }) },
  ReturnReceived: { orderId, sku, qty: few, condition: fc.constantFrom('good', 'damaged') },
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
