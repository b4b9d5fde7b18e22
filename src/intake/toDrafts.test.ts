import { describe, expect, test } from 'vitest';
import {
  letter as letterShape,
  parseDraft,
  profile as profileShape,
  type CustomerId,
  type ReorderId,
} from '../contracts';
import { sha256Hex } from '../kernel';
import type { ExternalDraft, InputContext } from './ExternalDraft';
import { nextOrderId, skuFor } from './freshIds';
import type { PageAct } from './PageAct';
import { sampleMails } from './sampleMails';
import { scenario } from './scenario/scenario';
import { toDrafts, type Input } from './toDrafts';

const ctx: InputContext = {
  inputId: 'page-7',
  at: 1_795_000_000_000,
  customerOf: (address) => (address.toLowerCase() === 'ana@example.org' ? ('c-1' as CustomerId) : null),
  customerOfOrder: (orderId) => (orderId === '1042' ? ('c-1' as CustomerId) : null),
  customerOfMail: (mailId) => (mailId === 'm-1' ? ('c-1' as CustomerId) : null),
  unitCents: (sku) => (sku === 'MUG-1' ? 1160 : null),
  owedCents: () => 0,
  onTheWay: () => null,
  notYetBack: () => 0,
  saleOf: () => null,
};

/** As the world does it: the texts go to the side, their refs into the data. */
function parse({ type, by, data, texts = {} }: ExternalDraft): void {
  const refs = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, sha256Hex(text)]));
  parseDraft({
    id: 'x-1',
    type,
    by,
    data: { ...data, ...refs },
    external: true,
    causationId: null,
    correlationId: 'x-1',
  });
}

const letter = {
  from: { name: 'Ana', address: 'Ana@Example.org' },
  subject: 'Hi',
  text: 'Hello',
  writtenAt: null,
  messageId: '<1@example.org>',
  attachments: [{ name: 'a.jpg', type: 'image/jpeg', bytes: 3 }],
};
const acts: { [K in PageAct['kind']]: Extract<PageAct, { kind: K }> } = {
  writeMail: { kind: 'writeMail', from: 'Ana <ana@example.org>', subject: 'Hi', text: 'Hello' },
  dropMail: { kind: 'dropMail', letter },
  placeOrder: { kind: 'placeOrder', orderId: '2001', customerId: 'c-1', items: [{ sku: 'MUG-1', qty: 3 }] },
  restock: { kind: 'restock', sku: 'MUG-1', qty: 5 },
  ship: { kind: 'ship', orderId: '1042' },
  deliver: { kind: 'deliver', orderId: '1042' },
  returnReceived: { kind: 'returnReceived', orderId: '1042', sku: 'MUG-1', qty: 1 },
  requestRefund: { kind: 'requestRefund', orderId: '1042', sku: 'MUG-1', qty: 1, cents: 1450 },
  cancelOrder: { kind: 'cancelOrder', orderId: '1042' },
  ask: { kind: 'ask', wish: { type: 'WriteOffReported', data: { sku: 'MUG-1' as never, qty: 2, because: 'chipped' } } },
  changeAddress: { kind: 'changeAddress', orderId: '1042', address: '1 Long Lane, Ghent' },
  startSale: { kind: 'startSale', sku: 'MUG-1', percentOff: 20 },
  changePrompt: { kind: 'changePrompt', agent: 'support', system: 'Be brief.', from: 0 },
  stopSale: { kind: 'stopSale', sku: 'MUG-1' },
  addProduct: {
    kind: 'addProduct',
    sku: 'LIN-1',
    title: 'Linen',
    description: '',
    priceCents: 1,
    lowStockAt: 3,
    qty: 4,
  },
  forgetCustomer: { kind: 'forgetCustomer', customerId: 'c-1' },
  answerMail: { kind: 'answerMail', mailId: 'm-1', text: 'Yes.', claims: [] },
};
const one = (input: Input, over: Partial<InputContext> = {}): ExternalDraft => {
  const [draft, ...rest] = toDrafts(input, { ...ctx, ...over });
  if (!draft || rest.length > 0) throw new Error(`${rest.length + 1} drafts`);
  return draft;
};

describe('every input', () => {
  test.each(Object.values(acts))('[DRF1] $kind fits its contract, signed by a customer or the shopkeeper', (act) => {
    const drafts = toDrafts(act, { ...ctx, saleOf: () => 's-1' });
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) {
      parse(draft);
      expect(['customer', 'shopkeeper']).toContain(draft.by);
    }
  });

  test.each([1, 2, 3, 99])('[DRF1] every step of the day of seed %i fits its contract', (seed) => {
    for (const { input } of scenario(seed)) for (const draft of toDrafts(input, ctx)) parse(draft);
  });

  test('[DRF1] every sample mail can be sent as it stands', () => {
    for (const { from, subject, text } of sampleMails()) parse(one({ kind: 'writeMail', from, subject, text }));
  });
});

describe('the world is asked', () => {
  test('[DRF2] the bank takes what the order owes, and what the list expects when nothing is known', () => {
    const input = { kind: 'capturePayment', orderId: '1042', cents: 2900 } as const;
    expect(one(input, { owedCents: () => 2320 }).data).toEqual({ orderId: '1042', cents: 2320 });
    expect(one(input).data).toEqual({ orderId: '1042', cents: 2900 });
  });

  test('[DRF2] the supplier brings the reorder on its way, or what the list expects', () => {
    const input = { kind: 'supplierDelivers', sku: 'MUG-1', qty: 24 } as const;
    const onTheWay = () => ({ reorderId: 'r-1' as ReorderId, qty: 20 });
    expect(one(input, { onTheWay }).data).toEqual({ sku: 'MUG-1', qty: 20, reorderId: 'r-1' });
    expect(one(input).data).toEqual({ sku: 'MUG-1', qty: 24, reorderId: null });
    expect(one(acts.restock, { onTheWay }).data).toEqual({ sku: 'MUG-1', qty: 5, reorderId: 'r-1' });
  });

  test('[DRF2] the parcel holds the units that are not back, or what the list expects', () => {
    const input = { kind: 'returnArrives', orderId: '1042', sku: 'MUG-1', qty: 1 } as const;
    expect(one(input, { notYetBack: () => 2 }).data).toMatchObject({ qty: 2 });
    expect(one(input).data).toMatchObject({ qty: 1 });
  });

  test('[DRF2] an order on the page is paid at today’s price, and what is owed is paid before it ships', () => {
    expect(toDrafts(acts.placeOrder, ctx)[1]).toMatchObject({
      type: 'PaymentCaptured',
      data: { orderId: '2001', cents: 3480 },
    });
    expect(toDrafts(acts.placeOrder, { ...ctx, unitCents: () => null })).toHaveLength(1);
    expect(toDrafts(acts.ship, { ...ctx, owedCents: () => 1 }).map(({ type }) => type)).toEqual([
      'PaymentCaptured',
      'ShipmentReported',
    ]);
  });
});

describe('personal words', () => {
  test('[DRF3] a letter goes to the side under the customer whom its address belongs to', () => {
    const draft = one(acts.dropMail);
    expect(draft).toMatchObject({ data: { customerId: 'c-1', attachments: 1 }, subject: 'c-1' });
    expect(letterShape.parse(JSON.parse(draft.texts?.['letter'] ?? ''))).toEqual(letter);
    expect(JSON.stringify(draft.data)).not.toMatch(/Ana|Hello|example/);
  });

  test('[DRF3] a letter from nobody known belongs to its visitor', () => {
    const draft = one({ kind: 'writeMail', from: 'x@example.org', subject: '', text: '' });
    expect(draft.data).toMatchObject({ customerId: null });
    expect(draft.subject).toBe(`visitor-${String(draft.data['mailId'])}`);
  });

  test('[DRF3] a profile goes to the side', () => {
    const draft = one({
      kind: 'introduceCustomer',
      customerId: 'c-9',
      profile: { name: 'Bo', address: 'bo@example.org' },
    });
    expect(profileShape.parse(JSON.parse(draft.texts?.['profile'] ?? ''))).toEqual({
      name: 'Bo',
      address: 'bo@example.org',
    });
    expect(JSON.stringify(draft.data)).not.toMatch(/Bo|example/);
  });

  test('[DRF3] words with half a surrogate pair are repaired on the way in', () => {
    expect(one({ ...acts.writeMail, text: 'a\ud83d' }).texts?.['letter']).toContain('a\ufffd');
    expect(one({ ...acts.answerMail, text: 'a\ud83d' }).texts?.['text']).toBe('a\ufffd');
  });
});

describe('ids', () => {
  test('[DRF4] the same input gives the same ids, another input others', () => {
    expect(one(acts.writeMail)).toEqual(one(acts.writeMail));
    expect(one(acts.writeMail).data).not.toEqual(one(acts.writeMail, { inputId: 'page-8' }).data);
  });

  test('[DRF4] the same mail file taken twice is the same mail, whatever the input', () => {
    expect(one(acts.dropMail, { inputId: 'page-8' }).data['mailId']).toBe(one(acts.dropMail).data['mailId']);
  });

  test('[DRF4] new orders are numbered beyond the scenario, new products by their name', () => {
    expect(nextOrderId(['1275', 'x', '2004', '99999999999'])).toBe('2005');
    expect(nextOrderId([])).toBe('2001');
    expect(skuFor('Linen apron', ['LIN-1'])).toBe('LIN-2');
    expect(skuFor('Éclair', [])).toBe('ECL-1');
    expect(skuFor('猫', [])).toBe('NEW-1');
  });

  test.each([
    { ...acts.cancelOrder, orderId: '9999' },
    { ...acts.requestRefund, orderId: '9999' },
    { ...acts.answerMail, mailId: 'm-9' },
    acts.stopSale,
    { ...acts.writeMail, from: 'nobody' },
  ])('[DRF5] $kind of what is not there is refused in words', (act) => {
    expect(() => toDrafts(act, ctx)).toThrow(/There is no .* in this shop|The sender has no address/);
  });
});
