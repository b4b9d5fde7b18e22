import { readFileSync } from 'node:fs';
import { readMail } from '../../src/intake';
import { openTheShop } from './openTheShop';
import type { TestShop } from './shopInOneThread';

/** The parts of the walk, in order. */
export const walkParts = ['opening', 'sale', 'run', 'mail', 'return', 'delivery'] as const;
export type WalkPart = (typeof walkParts)[number];

/** The story of the article, from a real mail to a resumed promotion, in a shop that has just opened. `begins` hears of each part. */
export async function walk(shop: TestShop, begins: (part: WalkPart) => void = () => undefined): Promise<void> {
  const { world } = shop;
  const next = (part: WalkPart, input: Parameters<typeof world.door.submit>[1]) => {
    begins(part);
    return submit(shop, part, input);
  };
  begins('opening');
  await openTheShop(shop);
  const letter = await readMail(new Uint8Array(readFileSync('tests/fixtures/mails/broken-mug.eml')));
  await next('sale', { kind: 'requestSale', saleId: 's-walk', sku: 'MUG-1', percentOff: 20 });
  await next('run', {
    kind: 'submitOrder',
    orderId: '7001',
    customerId: 'c-1',
    items: [{ sku: 'MUG-1', qty: Math.max(1, (world.views.stock.get('MUG-1' as never)?.available ?? 0) - 1) }],
  });
  await next('mail', { kind: 'dropMail', letter });
  await next('return', { kind: 'returnArrives', orderId: '1276', sku: 'MUG-1', qty: 1 });
  await next('delivery', { kind: 'supplierDelivers', sku: 'MUG-1', qty: 20 });
}

export async function submit({ world, settled }: TestShop, id: string, input: Parameters<typeof world.door.submit>[1]) {
  await world.door.submit(id, input);
  await settled();
}
