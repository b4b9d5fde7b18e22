import type { DraftOf } from '../../contracts';
import { customers, pick, ref, refuse, skus, type Numbers, type Shop } from './shop';

/** What the shopkeeper sets, and what comes in from files. What is there already is refused. */
export const houseActs = {
  policy(shop: Shop, numbers: Numbers) {
    const { b, qty } = numbers;
    if (b % 4 === 1) return tellPrompt(shop, numbers);
    if (b % 4 === 3) return tellDocument(shop, numbers);
    const policy = { name: 'refund-above', cents: b % 3 === 0 ? null : qty * 100 } as const;
    const answers = shop.history.tell('PolicyChangeRequested', { policy });
    if (b % 5 === 0) refuse(shop, 'PolicyChangeRefused', answers);
    else shop.history.tell('PolicySet', { policy }, { answers });
  },
  currency(shop: Shop, { b }: Numbers) {
    const currency = b % 2 === 0 ? 'USD' : 'EUR';
    const answers = shop.history.tell('CurrencyRequested', { currency });
    if (b % 3 === 0) refuse(shop, 'CurrencyRefused', answers);
    else shop.history.tell('CurrencySet', { currency }, { answers });
  },
  forget(shop: Shop, { a, b }: Numbers) {
    const customerId = pick(customers, a);
    const answers = shop.history.tell('ForgettingRequested', { customerId });
    if (b % 2 === 0) refuse(shop, 'ForgettingRefused', answers);
    else shop.history.tell('CustomerForgotten', { customerId }, { answers });
  },
  method(shop: Shop, { a }: Numbers) {
    const customerId = pick(customers, a);
    const methodId = `gift-${customerId}`;
    const method = { customerId, methodId, kind: 'gift-card', label: 'Gift card', openingCents: 5000 } as const;
    const answers = shop.history.tell('PaymentMethodsSubmitted', { importId: null, methods: [method] });
    if (shop.giftCards.has(methodId)) return refuse(shop, 'PaymentMethodsRefused', answers);
    shop.giftCards.set(methodId, 5000);
    shop.history.tell('PaymentMethodAdded', method, { answers });
  },
  importOrder(shop: Shop, { n, a, b, qty }: Numbers) {
    const orderId = `i-${b % 4}`;
    const cents = qty * 500;
    const order: DraftOf<'OrderImportSubmitted'>['data']['orders'][number] = {
      ...{ orderId, customerId: pick(customers, a), items: [{ sku: pick(skus, b), qty, unitCents: 500 }] },
      ...{ status: 'delivered', moves: [{ methodId: null, kind: 'charge', cents }] },
      ...{ address: null, placedAt: n, deliveredAt: n + 1 },
    };
    const answers = shop.history.tell('OrderImportSubmitted', { importId: 'im-1', orders: [order] });
    if (shop.imported.has(orderId)) return refuse(shop, 'OrderImportRefused', answers);
    shop.imported.add(orderId);
    const cause = shop.history.tell('OrderImportBooked', { importId: 'im-1', taken: 1, leftOut: [] }, { answers });
    shop.history.tell('OrderTakenOver', { importId: 'im-1', ...order }, { cause });
  },
  importPeopleAndGoods(shop: Shop, { b }: Numbers) {
    const [customerId, sku] = [`n-${b % 4}`, `NEW-${b % 4}`];
    const customer = { customerId, profile: ref(1) };
    const product = { sku, title: sku, description: '', priceCents: 700, lowStockAt: 2, productId: 'NEW' };
    const people = shop.history.tell('CustomerImportSubmitted', { importId: 'im-1', customers: [customer] });
    const goods = shop.history.tell('ProductImportSubmitted', { importId: 'im-1', products: [product] });
    if (shop.imported.has(sku)) {
      refuse(shop, 'CustomerImportRefused', people);
      return refuse(shop, 'ProductImportRefused', goods);
    }
    shop.imported.add(sku);
    const booked = { importId: 'im-1', taken: 1, leftOut: [] };
    shop.history.tell('CustomerRegistered', customer, {
      cause: shop.history.tell('CustomerImportBooked', booked, { answers: people }),
    });
    shop.history.tell('NewProduct', product, {
      cause: shop.history.tell('ProductImportBooked', booked, { answers: goods }),
    });
  },
};

/** What an agent is told is a rule of the shop, too. */
function tellPrompt(shop: Shop, { a, b }: Numbers): void {
  const agent = pick(['support', 'inventory', 'marketing'] as const, a);
  const system = b % 3 === 0 ? null : `Be brief, ${b}.`;
  const told = shop.history.events.filter((event) => event.type === 'PromptChanged' && event.data.agent === agent);
  const answers = shop.history.tell('PromptChangeRequested', { agent, system, from: told.length });
  if (b % 5 === 0) refuse(shop, 'PromptChangeRefused', answers);
  else shop.history.tell('PromptChanged', { agent, system, version: told.length + 1 }, { answers });
}

/** And what customers are told of its rules. */
function tellDocument(shop: Shop, { a, b, qty }: Numbers): void {
  const document = pick(['policy:refunds', 'faq:opening'] as const, a);
  const text = b % 3 === 0 ? null : `What is it? It is ${qty}.`;
  const told = shop.history.events.filter(
    (event) => event.type === 'DocumentChanged' && event.data.document === document,
  );
  const answers = shop.history.tell('DocumentChangeRequested', { document, text, from: told.length });
  if (b % 5 === 0) refuse(shop, 'DocumentChangeRefused', answers);
  else shop.history.tell('DocumentChanged', { document, text, version: told.length + 1 }, { answers });
}
