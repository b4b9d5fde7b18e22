import { describe, expect, test } from 'vitest';
import { sampleWorld } from './sampleWorld.suite';
import { checkRecords } from './checkRecords';
import { readShopFiles } from './readShopFiles';
import { caps } from './ShopWorld';

const nobody = () => null;
const nothing = { hasCustomer: () => false, hasSku: () => false };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const readText = (text: string, name = 'shop.json') => readShopFiles([{ name, bytes: bytesOf(text) }], nobody);

/** The sample world with something done to it, written with a line for everything. */
function read(change: (world: ReturnType<typeof sampleWorld>) => void = () => undefined) {
  const world = sampleWorld();
  change(world);
  const text = JSON.stringify(world, null, 2);
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
  return { ...checkRecords(readText(text), nothing), lineOf };
}

describe('a world file', () => {
  test('[FILE1] is read whole, with defaults for what it leaves out', () => {
    const records = read();
    expect(records.skipped).toEqual([]);
    expect(records.variants.map(({ value }) => value.sku)).toEqual(['MUG-W', 'MUG-B', 'MUG-G', 'LAMP-1']);
    expect(records.variants[3]?.value).toMatchObject({ productId: 'lamp', title: 'Lamp', lowStockAt: 0, options: {} });
    expect(records.orders[0]?.value).toMatchObject({ placedAt: Date.UTC(2026, 1, 27, 9, 30), deliveredAt: null });
  });

  test('[FILE2] whose one order is bad loses that order alone, with its line and its path', () => {
    const records = read((world) => Object.assign(world.orders[1]?.items[0] ?? {}, { qty: -3 }));
    expect(records.orders).toHaveLength(2);
    expect(records.skipped).toMatchObject([
      {
        what: 'order 1002',
        line: records.lineOf('-3'),
        because: expect.stringMatching(/^orders\[1\]\.items\[0\]\.qty: /) as string,
      },
    ]);
  });

  test.each([
    ['another format', { format: 'shop' }, /Line 2: format: "format" is/],
    ['a version that is not known', { version: 2 }, /Line 3: version: /],
    ['a currency that is not known', { currency: 'XTS' }, /Line 4: currency: /],
    ['a field that is not known', { hello: 1 }, /Unrecognized key/],
    ['a policy that is not known', { policy: [{ name: 'free-beer' }] }, /policy\[0\]/],
  ])('[FILE2] of %s is refused whole', (_what, change, words) => {
    expect(() => read((world) => Object.assign(world, change))).toThrow(words);
  });

  test.each([-3, 0, 1.5, 1e9, '2'])('[FILE2] in which somebody ordered %j of something loses that order', (qty) => {
    const { orders, skipped } = read((world) => Object.assign(world.orders[1]?.items[0] ?? {}, { qty }));
    expect(orders).toHaveLength(2);
    expect(skipped[0]?.because).toMatch(/^orders\[1\]\.items\[0\]\.qty: /);
  });

  test('[FILE2] that stops being JSON is refused with the line', () => {
    expect(() => readText('{\n  "format": "common-ground-world",\n  "version": 1,,\n}')).toThrow(
      /shop\.json: .*line 3/,
    );
    expect(() => readText('[1, 2\n')).toThrow(/line/);
    expect(() => readText(`${'['.repeat(200_000)}`)).toThrow(/no JSON/);
  });

  test('[FILE3] that refers to what is nowhere loses what refers to it', () => {
    const records = read((world) => Object.assign(world.customers[1] ?? {}, { id: 'be n' }));
    expect(records.skipped.map(({ what, because }) => `${what}: ${because}`)).toEqual([
      expect.stringMatching(/^customer be n: customers\[1\]\.id: /),
      'order 1002: customer ben is neither in the file nor in the shop',
    ]);
    const unknown = read((world) => Object.assign(world.orders[0]?.items[0] ?? {}, { sku: 'PEN-1' }));
    expect(unknown.skipped).toMatchObject([{ what: 'order 1001', line: unknown.lineOf('"id": "1001"') - 1 }]);
  });

  test('[FILE3] that says two things of one id keeps the first and names the other with both lines', () => {
    const records = read((world) => world.orders.push({ ...(world.orders[0] ?? never()), status: 'shipped' }));
    expect(records.orders).toHaveLength(3);
    expect(records.skipped).toMatchObject([
      { what: 'order 1001', because: expect.stringMatching(/contradicts .* on line \d+/) as string },
    ]);
    expect(read((world) => world.orders.push(world.orders[0] ?? never())).skipped).toEqual([]);
  });

  const firstOrder = (change: object) =>
    read((world) => Object.assign(world.orders[0] ?? {}, change)).skipped[0]?.because;
  test('[FILE4] with an order whose money does not balance leaves it out', () => {
    const at = '2026-02-27T10:00:00Z';
    const payment = (cents: number, methodId = 'ada-card', kind = 'payment') => ({ kind, methodId, cents, at });
    expect(firstOrder({ payments: [payment(2399)] })).toMatch(/does not balance: 2399 cents are kept and 2400 are due/);
    expect(firstOrder({ payments: [payment(2400), payment(2400)] })).toMatch(/does not balance/);
    expect(firstOrder({ payments: [payment(2400), payment(1, 'ada-gift', 'refund')] })).toMatch(/got back more/);
    expect(firstOrder({ payments: [payment(2400, 'ben-paypal')] })).toMatch(/not one of customer ada/);
    expect(firstOrder({ payments: [] })).toBeUndefined();
    expect(firstOrder({ status: 'cancelled', cancelledAt: at })).toMatch(/0 are due/);
  });

  test('[FILE4] with an order that was delivered before it was sent leaves it out', () => {
    expect(firstOrder({ status: 'delivered' })).toMatch(/shippedAt/);
    const shipped = { status: 'delivered', shippedAt: '2026-02-28T00:00:00Z' };
    expect(firstOrder({ ...shipped, deliveredAt: '2026-02-27T23:00:00Z' })).toMatch(/before/);
    expect(firstOrder({ ...shipped, deliveredAt: '2026-03-01T00:00:00Z' })).toBeUndefined();
  });

  test('[FILE5] with hostile names reads them as words or refuses them', () => {
    const text = JSON.stringify(sampleWorld()).replace('"colour":"white"', '"__proto__":{"polluted":true}');
    const records = readText(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(records.variants[0]?.value.options).toEqual({});
    const control = read((world) => Object.assign(world.customers[0] ?? {}, { name: 'Ada\u202Eelpmas' }));
    expect(control.skipped[0]?.because).toMatch(/control characters/);
  });
});

describe('bytes', () => {
  test('[FILE6] in UTF-16 with its mark are read, without it refused', () => {
    const text = JSON.stringify(sampleWorld());
    const utf16 = new Uint8Array(2 + text.length * 2);
    const view = new DataView(utf16.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
    utf16.set([0xff, 0xfe]);
    expect(readShopFiles([{ name: 'a.json', bytes: utf16 }], nobody).orders).toHaveLength(3);
    expect(() => readShopFiles([{ name: 'a.json', bytes: utf16.subarray(2) }], nobody)).toThrow(/zero byte .* UTF-8/);
  });

  test('[FILE6] in Latin-1 are refused with the line of the first letter that is none', () => {
    const bytes = Uint8Array.from('Handle,Variant Price\nmug,1\ncaf\xe9,2\n', (letter) => letter.charCodeAt(0));
    expect(() => readShopFiles([{ name: 'a.csv', bytes }], nobody)).toThrow(/^a\.csv: .*line 3.*UTF-8/);
  });

  test('[FILE6] of more than one file may hold are refused before they are read', () => {
    const bytes = new Uint8Array(caps.bytes + 1);
    expect(() => readShopFiles([{ name: 'big.csv', bytes }], nobody)).toThrow(
      /too large: it is 65 MB, and 64 MB is the most.*Split it/,
    );
  });

  test('[FILE6] that are nothing known name the columns that were found', () => {
    expect(() => readText('Datum;Betrag\n1;2\n', 'a.csv')).toThrow(/a\.csv: Line 1: .*Handle.*: datum, betrag/);
    expect(() => readShopFiles([], nobody)).toThrow(/No file/);
  });
});

function never(): never {
  throw new Error('the sample has an order');
}
