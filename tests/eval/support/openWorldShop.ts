import type { EventType } from '../../../src/contracts';
import { defaultCurrency } from '../../../src/kernel';
import type { Engine } from '../../../src/llm';
import type { Input } from '../../../src/intake';
import { openingMs, shopInOneThread, type TestShop } from '../../article/shopInOneThread';
import { tellShop } from '../../article/tellShop';
import { readWorldFile, type WorldFile } from './WorldFile';

/**
 * Opens a fresh shop in memory and brings a world file in: rules, customers and what they pay with, variants and their stock, and the
 * orders as they stand there. It is an hour after the last moment that the file knows. Only support sits at its desk.
 */
export async function openWorldShop(text: string, model: Engine | null = null): Promise<TestShop> {
  const world = readWorldFile(text);
  const shop = await shopInOneThread({ seated: ['support'], startMs: nowOf(world), ...(model ? { model } : {}) });
  let n = 0;
  const put = async (input: Input) => void (await shop.world.door.submit(`world-${n++}`, input));
  const say = (type: EventType, data: object) => tellShop(shop, `world-${n++}`, { type, by: 'shopkeeper', data });
  const inParts = async <T>(all: readonly T[], take: (part: readonly T[]) => Promise<unknown>) => {
    for (let i = 0; i < all.length; i += 100) await take(all.slice(i, i + 100));
  };

  if (world.currency !== defaultCurrency) await say('CurrencyRequested', { currency: world.currency });
  for (const policy of world.policy) await say('PolicyChangeRequested', { policy });
  for (const { id, name, email } of world.customers)
    await put({ kind: 'introduceCustomer', customerId: id, profile: { name, address: email } });
  await inParts(methodsOf(world), (methods) => say('PaymentMethodsSubmitted', { importId: null, methods }));
  for (const { id, title, description, variants } of world.products)
    for (const { sku, options, priceCents, lowStockAt } of variants)
      await say('ProductSubmitted', { sku, title, description, priceCents, lowStockAt, productId: id, options });
  await shop.settled();
  for (const { sku, stock } of world.products.flatMap((one) => one.variants))
    if (stock > 0) await put({ kind: 'receiveStock', sku, qty: stock });
  await shop.settled();
  await inParts(world.orders.map(takenOver), (orders) =>
    say('OrderImportSubmitted', { importId: `i-world-${n}`, orders }),
  );
  if (model) await shop.world.chooseEngine('support', model.id, model.model);
  await shop.settled();
  return shop;
}

const momentOf = (text: string | null | undefined) => (text ? Date.parse(text) : null);

function nowOf({ orders }: WorldFile): number {
  const moments = orders.flatMap((one) => [one.placedAt, one.shippedAt, one.deliveredAt, one.cancelledAt]);
  return moments.reduce((last, moment) => Math.max(last, momentOf(moment) ?? 0), openingMs) + 60 * 60 * 1000;
}

function methodsOf({ customers }: WorldFile) {
  return customers.flatMap(({ id: customerId, paymentMethods }) =>
    paymentMethods.map(({ id: methodId, balanceCents, ...method }) => ({
      ...method,
      methodId,
      customerId,
      openingCents: balanceCents,
    })),
  );
}

function takenOver({ id, customerId, status, items, payments, placedAt, deliveredAt }: WorldFile['orders'][number]) {
  return {
    orderId: id,
    customerId,
    status: status === 'open' ? 'placed' : status,
    items,
    moves: payments.map(({ kind, methodId, cents }) => ({
      kind: kind === 'payment' ? 'charge' : 'refund',
      methodId,
      cents,
    })),
    address: null,
    placedAt: momentOf(placedAt) ?? openingMs,
    deliveredAt: momentOf(deliveredAt),
  };
}
