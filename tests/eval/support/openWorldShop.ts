import { z } from 'zod';
import type { Engine } from '../../../src/llm';
import type { Input } from '../../../src/intake';
import { shopInOneThread, type TestShop } from '../../article/shopInOneThread';

const worldFile = z.object({
  customers: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
  products: z.array(
    z.object({
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
      items: z.array(
        z
          .object({ sku: z.string(), qty: z.number(), unitCents: z.number() })
          .transform(({ sku, qty }) => ({ sku, qty })),
      ),
    }),
  ),
});

/** Opens a fresh shop in memory and brings a world file in, as a shopkeeper would. Only support sits at its desk. */
export async function openWorldShop(text: string, model: Engine | null = null): Promise<TestShop> {
  const world = worldFile.parse(JSON.parse(text));
  const shop = await shopInOneThread({ seated: ['support'], ...(model ? { model } : {}) });
  let n = 0;
  const put = async (input: Input) => void (await shop.world.door.submit(`world-${n++}`, input));
  const arrivals: Input[] = [];
  // The file says what is on the shelf now; what was sent since came in before.
  const sentOf = (sku: string) =>
    world.orders
      .filter((order) => order.status === 'shipped' || order.status === 'delivered')
      .flatMap((order) => order.items.filter((item) => item.sku === sku))
      .reduce((sum, item) => sum + item.qty, 0);
  for (const one of world.customers)
    await put({ kind: 'introduceCustomer', customerId: one.id, profile: { name: one.name, address: one.email } });
  for (const { title, description, variants } of world.products)
    for (const { sku, options, priceCents, stock, lowStockAt } of variants) {
      const values = Object.values(options).join(', ');
      const name = values === '' ? title : `${title} (${values})`;
      await put({ kind: 'submitProduct', sku, title: name.slice(0, 120), description, priceCents, lowStockAt });
      const gone = sentOf(sku);
      if (stock + gone > 0) arrivals.push({ kind: 'receiveStock', sku, qty: stock + gone });
    }
  await shop.settled();
  for (const arrival of arrivals) await put(arrival);
  await shop.settled();
  for (const { id, customerId, items, status } of world.orders) {
    await put({ kind: 'submitOrder', orderId: id, customerId, items });
    await shop.settled();
    await put({ kind: 'capturePayment', orderId: id, cents: 1 });
    await shop.settled();
    if (status === 'shipped' || status === 'delivered') await put({ kind: 'reportShipment', orderId: id });
    await shop.settled();
    if (status === 'delivered') await put({ kind: 'reportDelivery', orderId: id });
    if (status === 'cancelled') await put({ kind: 'cancelOrder', orderId: id });
  }
  if (model) await shop.world.chooseEngine('support', model.id, model.model);
  await shop.settled();
  return shop;
}
