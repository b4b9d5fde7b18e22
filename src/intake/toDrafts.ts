import type { AgentName, CustomerId, Letter, MailId } from '../contracts';
import { AppError, canonicalJson, derivedId } from '../kernel';
import { propose, proposeWithTexts, type ExternalDraft, type InputContext } from './ExternalDraft';
import type { ImportAct } from './ImportAct';
import { importDrafters } from './importDrafters';
import { cleanLetter } from './mail/cleanLetter';
import { senderFrom } from './mail/senderFrom';
import type { PageAct } from './PageAct';
import type { ProductInput, ScenarioInput } from './ScenarioInput';

/** Anything that can come in from outside. */
export type Input = ScenarioInput | PageAct | ImportAct;

type Drafters = {
  [K in Input['kind']]: (input: Extract<Input, { kind: K }>, ctx: InputContext) => readonly ExternalDraft[];
};

/**
 * What an input from outside proposes, in the order in which it is to be recorded. Pure: all it needs to know of the world is in
 * `ctx`. What the world would refuse is proposed all the same, so that the refusal is history too.
 *
 * @throws InvalidInput when it names something without which nothing can be said, such as an order that does not exist.
 */
export function toDrafts(input: Input, ctx: InputContext): readonly ExternalDraft[] {
  const drafter = drafters[input.kind] as (input: Input, ctx: InputContext) => readonly ExternalDraft[];
  return drafter(input, ctx);
}

const drafters: Drafters = {
  ...importDrafters,
  introduceCustomer: ({ customerId, profile }) => [
    proposeWithTexts(
      'shopkeeper',
      'CustomerIntroduced',
      { customerId },
      { profile: canonicalJson(profile) },
      customerId as CustomerId,
    ),
  ],
  submitProduct: (product) => [productSubmitted(product)],
  receiveStock: ({ sku, qty }) => [propose('supplier', 'StockReceiptReported', { sku, qty, reorderId: null })],
  submitOrder: ({ orderId, customerId, items }) => [
    propose('customer', 'OrderSubmitted', { orderId, customerId, items: [...items] }),
  ],
  capturePayment: ({ orderId, cents }, ctx) => [
    propose('bank', 'PaymentCaptured', { orderId, cents: ctx.owedCents(orderId) || cents }),
  ],
  reportShipment: ({ orderId }) => [propose('carrier', 'ShipmentReported', { orderId })],
  reportDelivery: ({ orderId }) => [propose('carrier', 'DeliveryReported', { orderId })],
  receiveMail: ({ mailId, letter }, ctx) => [mailReceived(mailId, letter, ctx)],
  supplierDelivers: ({ sku, qty }, ctx) => {
    const reorder = ctx.onTheWay(sku);
    const receipt = reorder ? { sku, qty: reorder.qty, reorderId: reorder.reorderId } : { sku, qty, reorderId: null };
    return [propose('supplier', 'StockReceiptReported', receipt)];
  },
  returnArrives: ({ orderId, sku, qty }, ctx) => [
    propose('carrier', 'ReturnReceived', { orderId, sku, qty: ctx.notYetBack(orderId, sku) || qty }),
  ],
  requestSale: ({ saleId, sku, percentOff }) => [propose('shopkeeper', 'SaleRequested', { saleId, sku, percentOff })],
  endSale: ({ saleId, sku }) => [propose('shopkeeper', 'SaleEndRequested', { saleId, sku })],
  priceChange: ({ sku, priceCents }) => [propose('shopkeeper', 'PriceChangeRequested', { sku, priceCents })],

  writeMail: ({ from, subject, text }, ctx) => {
    const letter = { from: senderFrom(from), subject, text, writtenAt: ctx.at, messageId: null, attachments: [] };
    return [mailReceived(mailIdOf(letter, ctx.inputId), letter, ctx)];
  },
  dropMail: ({ letter }, ctx) => [mailReceived(mailIdOf(letter, ctx.inputId), letter, ctx)],
  placeOrder: ({ orderId, customerId, items }, ctx) => {
    const prices = items.map(({ sku, qty }) => (ctx.unitCents(sku) ?? 0) * qty);
    const cents = prices.reduce((sum, price) => sum + price, 0);
    const order = propose('customer', 'OrderSubmitted', { orderId, customerId, items: [...items] });
    return cents === 0 ? [order] : [order, propose('shopkeeper', 'PaymentCaptured', { orderId, cents })];
  },
  restock: ({ sku, qty }, ctx) => [
    propose('shopkeeper', 'StockReceiptReported', { sku, qty, reorderId: ctx.onTheWay(sku)?.reorderId ?? null }),
  ],
  ship: ({ orderId }, ctx) => {
    const cents = ctx.owedCents(orderId);
    const shipment = propose('shopkeeper', 'ShipmentReported', { orderId });
    return cents === 0 ? [shipment] : [propose('shopkeeper', 'PaymentCaptured', { orderId, cents }), shipment];
  },
  deliver: ({ orderId }) => [propose('shopkeeper', 'DeliveryReported', { orderId })],
  returnReceived: ({ orderId, sku, qty }) => [propose('shopkeeper', 'ReturnReceived', { orderId, sku, qty })],
  requestRefund: ({ orderId, sku, qty, cents }, ctx) => {
    const customerId = known(ctx.customerOfOrder(orderId), `order ${orderId}`);
    return [propose('shopkeeper', 'RefundRequested', { orderId, customerId, sku, qty, cents, reason: 'other' })];
  },
  cancelOrder: ({ orderId }, ctx) => {
    const customerId = known(ctx.customerOfOrder(orderId), `order ${orderId}`);
    return [propose('shopkeeper', 'CancellationRequested', { orderId, customerId, reason: 'other' })];
  },
  startSale: ({ sku, percentOff }, ctx) => [
    propose('shopkeeper', 'SaleRequested', { saleId: derivedId('s', ctx.inputId, 'sale'), sku, percentOff }),
  ],
  changePrompt: ({ agent, system, from }) => [
    propose('shopkeeper', 'PromptChangeRequested', { agent: agent as AgentName, system, from }),
  ],
  stopSale: ({ sku }, ctx) => [
    propose('shopkeeper', 'SaleEndRequested', { saleId: known(ctx.saleOf(sku), `sale of ${sku}`), sku }),
  ],
  addProduct: ({ qty, ...product }) => {
    const submitted = productSubmitted(product);
    if (qty === 0) return [submitted];
    return [submitted, propose('shopkeeper', 'StockReceiptReported', { sku: product.sku, qty, reorderId: null })];
  },
  ask: ({ wish: { type, data } }) => [{ by: 'shopkeeper', type, data }],
  changeAddress: ({ orderId, address }, ctx) => {
    const customerId = known(ctx.customerOfOrder(orderId), `order ${orderId}`);
    const words = address.trim().toWellFormed();
    if (words === '') throw new AppError('InvalidInput', 'An address needs words: say where the parcel is to go.');
    return [
      proposeWithTexts('shopkeeper', 'AddressChangeRequested', { orderId, customerId }, { address: words }, customerId),
    ];
  },
  forgetCustomer: ({ customerId }) => [propose('shopkeeper', 'ForgettingRequested', { customerId })],
  answerMail: ({ mailId, text, claims }, ctx) => {
    const customerId = known(ctx.customerOfMail(mailId), `mail ${mailId}`);
    const words = text.toWellFormed();
    return [
      proposeWithTexts(
        'shopkeeper',
        'ReplyDrafted',
        { mailId, customerId, claims: [...claims] },
        { text: words },
        customerId,
      ),
    ];
  },
};

function productSubmitted({ sku, title, description, priceCents, lowStockAt }: ProductInput): ExternalDraft {
  return propose('shopkeeper', 'ProductSubmitted', { sku, title, description, priceCents, lowStockAt });
}

/** A mail with a Message-ID has the same id whenever it comes in, so that taking it twice is taking it once. */
function mailIdOf(letter: Letter, inputId: string): string {
  return letter.messageId ? derivedId('m', letter.messageId, 'message-id') : derivedId('m', inputId, 'mail');
}

function mailReceived(mailId: string, raw: Letter, ctx: InputContext): ExternalDraft {
  const letter = cleanLetter(raw);
  const unverified = letter.senderCheck === 'failed';
  const customerId = letter.from.address === '' || unverified ? null : ctx.customerOf(letter.from.address);
  const subject = customerId ?? (`visitor-${mailId}` as CustomerId);
  const inReplyTo = customerId === null ? undefined : goesOnFrom(letter, customerId, ctx);
  const data = {
    mailId,
    customerId,
    attachments: letter.attachments.length,
    ...(letter.automatic && { automatic: true as const }),
    ...(unverified && { unverified: true as const }),
    ...(inReplyTo && { inReplyTo }),
  };
  return proposeWithTexts('customer', 'MailReceived', data, { letter: canonicalJson(letter) }, subject);
}

/** The nearest mail of this customer that the letter refers to. Ids of mails derive from their Message-IDs, so it needs no register. */
function goesOnFrom({ thread = [] }: Letter, customerId: CustomerId, ctx: InputContext): MailId | undefined {
  const mails = thread.map((messageId) => derivedId('m', messageId, 'message-id') as MailId);
  return mails.find((mailId) => ctx.customerOfMail(mailId) === customerId);
}

function known<T>(found: T | null, what: string): T {
  if (found === null) throw new AppError('InvalidInput', `There is no ${what} in this shop. Choose one from the list.`);
  return found;
}
