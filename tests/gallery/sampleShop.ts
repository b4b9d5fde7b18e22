import type { CustomerId, MailId, OrderId, PostId, PromotionId, ReorderId, SaleId, Sku } from '../../src/contracts';
import { PretendShop } from './PretendShop';
import { theTroubles } from './sampleTroubles';

const mug = 'MUG-1' as Sku;
const tee = 'TEE-2' as Sku;
const ana = 'c-1' as CustomerId;

/** A shop in the middle of its day, with one of everything a screen must be able to show. */
export function sampleShop(days: number): PretendShop {
  const shop = new PretendShop();
  open(shop);
  for (let day = 0; day < days; day++) quietDay(shop, day);
  theRefund(shop);
  theRun(shop);
  theTroubles(shop);
  return shop;
}

function open(shop: PretendShop): void {
  shop.product('MUG-1', 'Enamel mug', 1450, 14);
  shop.product('TEE-2', 'Harbour tee, navy', 2600, 9);
  shop.product('BAG-3', 'Market bag', 1900, 31);
  shop.product('CAP-4', 'Wool cap', 2200, 18);
  shop.product('PEN-5', 'Brass pen with a rather long name that will not fit on one line', 5400, 6);
  shop.customer('c-1', 'Ana Lindqvist');
  shop.customer('c-2', 'Bo Okafor');
  shop.customer('c-3', 'Chiara Conti-Vandenberghe');
  shop.customer('c-4', 'Dmitri Aalto');
}

function quietDay(shop: PretendShop, day: number): void {
  for (let n = 0; n < 6; n++) {
    const id = String(1000 + day * 6 + n);
    const orderId = id as OrderId;
    const customer = `c-${(n % 4) + 1}`;
    const customerId = customer as CustomerId;
    const sku = (['BAG-3', 'CAP-4', 'PEN-5'] as const)[n % 3] ?? 'BAG-3';
    const placed = shop.order(id, customer, [[sku, 1 + (n % 2)]]);
    const row = shop.row(id, {});
    const items = [{ sku: sku as Sku, qty: 1 + (n % 2), available: 12 }];
    const reserved = shop.say('inventory-service', 'StockReserved', { orderId, items }, { cause: placed });
    shop.say('order-state', 'OrderConfirmed', { orderId, customerId }, { cause: reserved });
    const paid = shop.say('bank', 'PaymentCaptured', { orderId, cents: row.totalCents });
    shop.say(
      'order-state',
      'PaymentRecorded',
      { orderId, customerId, cents: row.totalCents, paidCents: row.totalCents },
      { cause: paid, answers: paid },
    );
    const taken = shop.say('carrier', 'ShipmentReported', { orderId });
    const last = shop.say(
      'order-state',
      'OrderShipped',
      { orderId, customerId, items },
      { cause: taken, answers: taken },
    );
    const status = n % 3 === 0 ? 'shipped' : 'delivered';
    shop.row(id, { status, paidCents: row.totalCents, lastEvent: last.id });
  }
}

function theRefund(shop: PretendShop): void {
  const placed = shop.order('1040', 'c-1', [
    ['MUG-1', 2],
    ['TEE-2', 1],
  ]);
  shop.row('1040', { status: 'delivered', paidCents: 5500, lastEvent: placed.id });
  const words =
    'Hello,\n\none of the two mugs of order 1040 arrived with a chip in the rim.\nCould I have my money back for that one?\n\nBest, Ana';
  const asked = shop.mail(
    'm-1',
    'c-1',
    { name: 'Ana Lindqvist', address: 'ana@example.org' },
    'Chipped mug, order 1040',
    words,
  );
  const decided = shop.decide(
    'support',
    asked,
    'asks Order State to refund 1 × MUG-1 of order 1040: damaged, 3 days after delivery',
    1,
  );
  const one = { orderId: '1040' as OrderId, customerId: ana, sku: mug, qty: 1, cents: 1450 };
  const proposal = shop.say('support', 'RefundRequested', { ...one, reason: 'damaged' }, { cause: decided });
  const refunded = shop.say(
    'order-state',
    'RefundProcessed',
    { ...one, refundedCents: 1450 },
    { cause: proposal, answers: proposal },
  );
  const lines = shop
    .row('1040', {})
    .lines.map((line) => (line.sku === mug ? { ...line, refundedQty: 1, refundedCents: 1450 } : line));
  shop.row('1040', { lines, paidBackCents: 1450, refund: 'part', lastEvent: refunded.id });
  shop.stock('MUG-1', { returned: 1 });
  shop.say(
    'inventory-service',
    'InventoryUpdated',
    {
      sku: mug,
      because: 'refunded',
      qty: 1,
      onHand: 14,
      reserved: 0,
      returned: 1,
      available: 14,
      orderId: '1040' as OrderId,
    },
    { cause: refunded },
  );
  const replying = shop.decide('support', refunded, 'tells Ana that €14.50 are on their way', 1);
  const text = shop.text(
    'Dear Ana,\n\nI am sorry about the chipped mug. €14.50 are on their way back to you.\nPlease send the mug back with the label in the parcel.\n\nSupport, Common Ground',
  );
  const reply = { mailId: 'm-1' as MailId, customerId: ana, text };
  const drafted = shop.say(
    'support',
    'ReplyDrafted',
    { ...reply, claims: [{ says: 'refunded', orderId: one.orderId, sku: mug, qty: 1, cents: 1450 }] },
    { cause: replying },
  );
  const sent = shop.say('mailroom', 'ReplySent', reply, { cause: drafted, answers: drafted });
  const row = shop.views.inbox.get(reply.mailId);
  if (row)
    shop.views.inbox.set(row.mailId, {
      ...row,
      status: 'answered',
      reply: text,
      lastEvent: sent.id,
      changedAt: sent.position,
    });
}

function theRun(shop: PretendShop): void {
  const saleId = 's-1' as SaleId;
  const wish = shop.say('shopkeeper', 'SaleRequested', { saleId, sku: tee, percentOff: 20 });
  const sale = shop.say(
    'catalogue',
    'SaleStarted',
    { saleId, sku: tee, percentOff: 20, saleCents: 2080 },
    { cause: wish, answers: wish },
  );
  const product = shop.views.products.get(tee);
  if (product) shop.views.products.set(tee, { ...product, sale: { saleId, percentOff: 20, saleCents: 2080 } });
  const drafting = shop.decide('marketing', sale, 'promotes the sale of TEE-2 and writes a post about it', 2);
  const promotionId = 'pr-1' as PromotionId;
  const asked = shop.say(
    'marketing',
    'PromotionRequested',
    { promotionId, saleId, sku: tee, text: 'Harbour tee −20 %' },
    { cause: drafting },
  );
  shop.say(
    'marketing-desk',
    'PromotionStarted',
    { promotionId, saleId, sku: tee, text: 'Harbour tee −20 %' },
    { cause: asked, answers: asked },
  );
  const postText = 'The harbour tee is 20 % off this week: €20.80 while the nine we have last.';
  const post = { postId: 'p-1' as PostId, sku: tee, occasion: 'sale' as const, text: postText };
  const drafted = shop.say('marketing', 'PostDrafted', post, { cause: drafting });
  const posted = shop.say('marketing-desk', 'PostPublished', post, { cause: drafted, answers: drafted });
  shop.views.campaigns.posts.set(post.postId, {
    ...post,
    status: 'published',
    because: null,
    at: shop.at,
    lastEvent: posted.id,
    changedAt: posted.position,
  });
  const placed = shop.order('1041', 'c-2', [['TEE-2', 6]]);
  const level = shop.stock('TEE-2', { reserved: 6 });
  const items = [{ sku: tee, qty: 6, available: level.available }];
  const reserved = shop.say(
    'inventory-service',
    'StockReserved',
    { orderId: '1041' as OrderId, items },
    { cause: placed },
  );
  const confirmed = shop.say(
    'order-state',
    'OrderConfirmed',
    { orderId: '1041' as OrderId, customerId: 'c-2' as CustomerId },
    { cause: reserved },
  );
  shop.row('1041', { status: 'confirmed', paidCents: 15_600, lastEvent: confirmed.id });
  const low = shop.decide('inventory', reserved, 'TEE-2 fell to 3: reports it low and asks for 20 more', 2);
  const report = shop.say('inventory', 'LowStockReported', { sku: tee, available: 3 }, { cause: low });
  const alert = shop.say(
    'inventory-service',
    'LowStockAlert',
    { sku: tee, available: 3, threshold: 5 },
    { cause: report, answers: report },
  );
  const reorder = { reorderId: 'r-1' as ReorderId, sku: tee, qty: 20 };
  const wanted = shop.say(
    'inventory',
    'ReorderRequested',
    { ...reorder, reason: '3 available, threshold 5' },
    { cause: low },
  );
  shop.say('inventory-service', 'ReorderPlaced', reorder, { cause: wanted, answers: wanted });
  shop.stock('TEE-2', { low: true, onTheWay: { reorderId: reorder.reorderId, qty: 20, dueAt: null } });
  const pausing = shop.decide('marketing', alert, 'pauses the promotion of TEE-2: only 3 left', 1);
  const pause = { promotionId, sku: tee, reason: 'stock low: 3 available' };
  const rest = shop.say('marketing', 'PromotionPauseRequested', pause, { cause: pausing });
  const paused = shop.say('marketing-desk', 'PromotionPaused', pause, { cause: rest, answers: rest });
  const row = {
    promotionId,
    saleId,
    sku: tee,
    text: 'Harbour tee −20 %',
    status: 'paused' as const,
    because: 'stock low: 3 available',
  };
  shop.views.campaigns.promotions.set(promotionId, { ...row, lastEvent: paused.id, changedAt: paused.position });
}
