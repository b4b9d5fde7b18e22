import { z } from 'zod';
import type { Input } from '../../../src/intake';
import type { EventType } from '../../../src/contracts';
import { shopInOneThread, type TestShop } from '../../article/shopInOneThread';
import { tellShop } from '../../article/tellShop';

const worldFile = z.object({
  customers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      paymentMethods: z
        .array(
          z.object({
            id: z.string(),
            kind: z.enum(['card', 'paypal', 'gift-card']),
            label: z.string(),
            balanceCents: z.number().default(0),
          }),
        )
        .default([]),
    }),
  ),
  products: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string(),
      variants: z.array(
        z.object({
          sku: z.string(),
          options: z.record(z.string(), z.string()).default({}),
          priceCents: z.number(),
          stock: z.number(),
          lowStockAt: z.number().default(0),
        }),
      ),
    }),
  ),
  orders: z.array(
    z.object({
      id: z.string(),
      customerId: z.string(),
      status: z.string(),
      payments: z.array(z.object({ kind: z.string(), methodId: z.string().nullable(), cents: z.number() })).default([]),
      items: z.array(
        z
          .object({ sku: z.string(), qty: z.number(), unitCents: z.number() })
          .transform(({ sku, qty }) => ({ sku, qty })),
      ),
    }),
  ),
});

/** Opens a fresh shop in memory and brings a world file in, as a shopkeeper would. Only support sits at its desk. */
export async function openWorldShop(text: string): Promise<TestShop> {
  const world = worldFile.parse(JSON.parse(text));
  const shop = await shopInOneThread({ seated: ['support'] });
  let n = 0;
  const put = async (input: Input) => void (await shop.world.door.submit(`world-${n++}`, input));
  const arrivals: Input[] = [];
  const say = (type: EventType, data: object) => tellShop(shop, `world-${n++}`, { type, by: 'shopkeeper', data });
  // The file says what is on the shelf now; what was sent since came in before.
  const sentOf = (sku: string) =>
    world.orders
      .filter((order) => order.status === 'shipped' || order.status === 'delivered')
      .flatMap((order) => order.items.filter((item) => item.sku === sku))
      .reduce((sum, item) => sum + item.qty, 0);
  for (const one of world.customers)
    await put({ kind: 'introduceCustomer', customerId: one.id, profile: { name: one.name, address: one.email } });
  const methods = world.customers.flatMap((one) =>
    one.paymentMethods.map(({ id, balanceCents, ...method }) => ({
      ...method,
      methodId: id,
      customerId: one.id,
      openingCents: balanceCents,
    })),
  );
  for (let i = 0; i < methods.length; i += 100)
    await say('PaymentMethodsSubmitted', { importId: null, methods: methods.slice(i, i + 100) });
  for (const { id, title, description, variants } of world.products)
    for (const { sku, options, priceCents, stock, lowStockAt } of variants) {
      await say('ProductSubmitted', { sku, title, description, priceCents, lowStockAt, productId: id, options });
      const gone = sentOf(sku);
      if (stock + gone > 0) arrivals.push({ kind: 'receiveStock', sku, qty: stock + gone });
    }
  await shop.settled();
  for (const arrival of arrivals) await put(arrival);
  await shop.settled();
  for (const { id, customerId, items, status, payments } of world.orders) {
    await put({ kind: 'submitOrder', orderId: id, customerId, items });
    await shop.settled();
    const [paid] = payments.filter((one) => one.kind === 'payment');
    if (paid)
      await tellShop(shop, `world-${n++}`, {
        type: 'PaymentCaptured',
        by: 'bank',
        data: { orderId: id, cents: paid.cents, methodId: paid.methodId },
      });
    else await put({ kind: 'capturePayment', orderId: id, cents: 1 });
    await shop.settled();
    if (status === 'shipped' || status === 'delivered') await put({ kind: 'reportShipment', orderId: id });
    await shop.settled();
    if (status === 'delivered') await put({ kind: 'reportDelivery', orderId: id });
    if (status === 'cancelled') await put({ kind: 'cancelOrder', orderId: id });
  }
  await shop.settled();
  return shop;
}
