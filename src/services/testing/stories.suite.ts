import fc from 'fast-check';
import type { ProposalType } from '../../contracts';
import type { Shop } from './openShop.suite';
import { itemsOf, of, sum } from './tally.suite';

/** What somebody asks for. */
export type Asked = readonly [ProposalType, object];
/** What comes next, seeing what happened so far. */
type Next = (shop: Shop) => Asked;

/** What the small shop sells. */
export const skus = ['MUG', 'PEN', 'CUP'];
/** Who is registered there. */
export const customers = ['c-1', 'c-2'];

const sku = fc.constantFrom(...skus);
const items = fc.array(fc.record({ sku, qty: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 2 });
const orderId = fc.constantFrom('o-1', 'o-2', 'o-3');

/** Stories are long, and blind chance would seldom see the end of one: here each step fits what it is about. */
export const stories: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Next> }[] = [
  { weight: 90, arbitrary: fc.tuple(orderId, items, sku, fc.nat(33)).map((of) => (shop) => orderStep(shop, ...of)) },
  { weight: 25, arbitrary: fc.tuple(sku, fc.nat(19)).map((of) => (shop) => saleStep(shop, ...of)) },
  { weight: 25, arbitrary: fc.nat(9).map((step) => (shop) => approvalStep(shop, step)) },
  {
    weight: 15,
    arbitrary: fc.constantFrom('c-1', 'c-2').map((customerId) => (shop) => exchangeStep(shop, customerId)),
  },
  {
    weight: 10,
    arbitrary: fc.constantFrom('c-1', 'c-2').map((customerId) => (shop) => returnStep(shop, customerId)),
  },
  {
    weight: 15,
    arbitrary: fc.tuple(fc.constantFrom('m-1', 'm-2'), fc.nat(12)).map((of) => (shop) => mailStep(shop, ...of)),
  },
];

type Items = readonly { readonly sku: string; readonly qty: number }[];

function orderStep({ log }: Shop, orderId: string, items: Items, sku: string, step: number): Asked {
  const order = of(log, 'OrderPlaced').find(({ data }) => data.orderId === orderId)?.data;
  if (!order) return ['OrderSubmitted', { orderId, customerId: customers[step % customers.length], items }];
  const line = order.items[step % order.items.length];
  const { customerId } = order;
  const wholeCents = sum(order.items.map(({ qty, unitCents }) => qty * unitCents));
  const steps: readonly Asked[] = [
    ['StockReceiptReported', { sku: line?.sku ?? sku, qty: 3, reorderId: null }],
    ['PaymentCaptured', { orderId, cents: wholeCents }],
    ['ShipmentReported', { orderId }],
    ['RefundRequested', { orderId, customerId, sku: line?.sku, qty: 1, cents: line?.unitCents, reason: 'damaged' }],
    ['ReturnReceived', { orderId, sku: line?.sku, qty: 1 }],
    ['DeliveryReported', { orderId }],
    ['CancellationRequested', { orderId, customerId, reason: 'other' }],
    ['CancellationRequested', { orderId, customerId: 'c-9', reason: 'other' }],
    ...changeSteps(log, orderId, customerId, line?.sku ?? sku),
  ];
  const reached = firstMissing(log, `order:${orderId}`, [
    'OrderConfirmed',
    'PaymentRecorded',
    'OrderShipped',
    'RefundProcessed',
  ]);
  // Mostly what the order needs next, sometimes what it does not.
  return steps[step] ?? steps[reached] ?? ['DeliveryReported', { orderId }];
}

/** What a customer can want changed, and what comes of it. Methods end in the customer's number. */
function changeSteps(log: Shop['log'], orderId: string, customerId: string, sku: string): readonly Asked[] {
  const [card, gift] = [customerId.replace('c', 'card'), customerId.replace('c', 'gift')];
  const change = [{ sku, qty: 1, newSku: { MUG: 'CUP', CUP: 'MUG' }[sku] ?? sku }];
  const wants = { orderId, customerId, changes: change, methodId: gift };
  const parked = of(log, 'ApprovalAsked').at(-1)?.data ?? { proposalId: 'p-0', payload: '0'.repeat(64) };
  const { proposalId, payload } = parked;
  return [
    ['ItemsChangeRequested', wants],
    ['ExchangeRequested', { ...wants, reason: 'not-wanted' }],
    ['ReturnRequested', { orderId, customerId, items: [{ sku, qty: 1 }], methodId: gift, reason: 'not-wanted' }],
    ['PaymentMethodChangeRequested', { orderId, customerId, methodId: gift }],
    ['PaymentMethodChangeRequested', { orderId, customerId, methodId: card }],
    ['AddressChangeRequested', { orderId, customerId, address: '0'.repeat(64) }],
    ['ApprovalDecided', { proposalId, payload, verdict: 'give', because: '' }],
    ['ApprovalDecided', { proposalId, payload, verdict: 'refuse', because: 'because' }],
    ['ApprovalDecided', { proposalId, payload, verdict: 'refuse', because: '' }],
    ['ShipmentReported', { orderId }],
    ['DeliveryReported', { orderId }],
    ['ReorderRequested', { reorderId: `r-${sku}`, sku, qty: 2, reason: 'low' }],
    ['SupplierDelayReported', { reorderId: `r-${sku}`, sku, dueAt: 9 }],
  ];
}

/** The shopkeeper looks at what waits longest, and mostly decides; now and then another rule is set. */
function approvalStep({ log }: Shop, step: number): Asked {
  const over = of(log, 'ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed').map(({ data }): string => data.proposalId);
  const open = of(log, 'ApprovalAsked').find(({ data }) => !over.includes(data.proposalId))?.data;
  if (!open || step === 0) {
    const acts = step % 2 === 0 ? [] : ['address', 'items', 'cancellation'];
    return ['PolicyChangeRequested', { policy: { name: 'asked-by-mail', acts } }];
  }
  const { proposalId, payload } = open;
  return ['ApprovalDecided', { proposalId, payload, verdict: step % 3 === 0 ? 'refuse' : 'give', because: '' }];
}

/** A delivered order of this customer is exchanged, and the replacement sent and delivered. */
function exchangeStep({ log }: Shop, customerId: string): Asked {
  const order = of(log, 'OrderDelivered').find(({ data }) => data.customerId === customerId)?.data;
  if (!order) return ['StockCounted', { importId: null, counts: skus.map((sku) => ({ sku, onHand: 9 })) }];
  const { orderId } = order;
  const reached = firstMissing(log, `order:${orderId}`, ['ExchangeAccepted', 'ReplacementShipped']);
  const line = itemsOf(log, orderId)[0]?.sku ?? 'MUG';
  const changes = [{ sku: line, qty: 1, newSku: line }];
  const exchange = { orderId, customerId, changes, methodId: null, reason: 'damaged' };
  return reached === 0
    ? ['ExchangeRequested', exchange]
    : [reached === 1 ? 'ShipmentReported' : 'DeliveryReported', { orderId }];
}

/** One unit of a delivered order of this customer comes back, to where it was paid from. */
function returnStep({ log }: Shop, customerId: string): Asked {
  const order = of(log, 'OrderDelivered').find(({ data }) => data.customerId === customerId)?.data;
  if (!order) return ['StockCounted', { importId: null, counts: skus.map((sku) => ({ sku, onHand: 9 })) }];
  const { orderId } = order;
  const items = itemsOf(log, orderId).slice(0, 1);
  return [
    'ReturnRequested',
    { orderId, customerId, items: items.map(({ sku }) => ({ sku, qty: 1 })), methodId: null, reason: 'damaged' },
  ];
}

/** Rules that a shopkeeper may set, so that much waits for an approval and sometimes nothing does. */
export const policy: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ name: fc.constant('refund-above'), cents: fc.constantFrom(null, 0, 100) }),
  fc.record({ name: fc.constant('refund-again'), count: fc.constantFrom(null, 2), days: fc.constant(30) }),
  fc.record({
    name: fc.constant('asked-by-mail'),
    acts: fc.subarray(['address', 'payment-method', 'gift-card', 'items', 'cancellation', 'return', 'exchange']),
  }),
  fc.record({ name: fc.constantFrom('item-changes', 'exchanges'), once: fc.boolean(), sameVariant: fc.boolean() }),
);

function saleStep({ log }: Shop, sku: string, step: number): Asked {
  const [saleId, promotionId, reason] = [`s-${sku}`, `pr-${sku}`, 'because'];
  const steps: readonly Asked[] = [
    ['StockReceiptReported', { sku, qty: 3, reorderId: null }],
    ['SaleRequested', { saleId, sku, percentOff: 20 }],
    ['PromotionRequested', { promotionId, saleId, sku, text: 'sale' }],
    ['PromotionPauseRequested', { promotionId, sku, reason }],
    ['PromotionResumeRequested', { promotionId, sku, reason }],
    ['SaleEndRequested', { saleId, sku }],
  ];
  const milestones = ['InventoryUpdated', 'SaleStarted', 'PromotionStarted', 'PromotionPaused', 'PromotionResumed'];
  return steps[step] ?? steps[firstMissing(log, `sku:${sku}`, milestones)] ?? ['SaleEndRequested', { saleId, sku }];
}

function mailStep({ log }: Shop, mailId: string, step: number): Asked {
  const [customerId, text] = [mailId.replace('m', 'c'), '0'.repeat(64)];
  const steps: readonly Asked[] = [
    ['MailReceived', { mailId, customerId, letter: text, attachments: 0 }],
    ['EscalationRequested', { mailId, customerId, reason: 'unclear', because: 'because' }],
  ];
  return steps[step] ?? ['ReplyDrafted', { mailId, customerId, text, claims: trueOfSomebody(log, step) }];
}

/** Something that is true, but perhaps of another customer's order. */
function trueOfSomebody(log: Shop['log'], step: number): object[] {
  const refund = of(log, 'RefundProcessed').at(-(step % 2) - 1)?.data;
  if (refund && step % 3 === 0) {
    const { orderId, sku, qty, cents } = refund;
    return [{ says: 'refunded', orderId, sku, qty, cents }];
  }
  const shipped = of(log, 'OrderShipped').at(-(step % 2) - 1)?.data;
  return shipped && step % 3 === 1 ? [{ says: 'order-status', orderId: shipped.orderId, status: 'shipped' }] : [];
}

function firstMissing(log: Shop['log'], tag: string, milestones: readonly string[]): number {
  return milestones.findIndex((type) => !log.some((event) => event.type === type && event.tags.includes(tag)));
}
