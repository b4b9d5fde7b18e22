import { describe, expect, test } from 'vitest';
import { checkRecords } from '../checkRecords';
import { readShopFiles } from '../readShopFiles';

const nobody = () => null;
const read = (lines: readonly string[], customerAt: (address: string) => string | null = nobody) =>
  readShopFiles([{ name: 'shop.csv', bytes: new TextEncoder().encode(lines.join('\r\n')) }], customerAt);

describe('products of Shopify', () => {
  const old = [
    'Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src',
    'mug,Mug,"<p>White,<br>blue ""rim""</p>",Own,Colour,White,MUG-W,7,12.50,https://example.org/1.png',
    'mug,,,,,Blue,,3,14,',
    'mug,,,,,,,,,https://example.org/2.png',
    'lamp,Lamp,,Own,Title,Default Title,LAMP-1,0,"1,040.00",',
  ];

  test('[SHOP1] carry title and description from the first record to all variants', () => {
    const { variants, skipped, source } = read(old);
    expect(source).toBe('Shopify products');
    expect(skipped).toEqual([]);
    expect(variants.map(({ line, value }) => [line, value.sku, value.priceCents, value.stock, value.title])).toEqual([
      [2, 'MUG-W', 1250, 7, 'Mug'],
      [3, 'mug-Blue', 1400, 3, 'Mug'],
      [5, 'LAMP-1', 104_000, 0, 'Lamp'],
    ]);
    expect(variants[0]?.value.options).toEqual({ Colour: 'White' });
    expect(variants[0]?.value.description).toMatch(/^White,\s+blue "rim"$/);
    expect(variants[2]?.value.options).toEqual({});
  });

  test('[SHOP1] are the same under the new column names, with semicolons, and with line feeds in fields', () => {
    const renamed = [
      'URL handle;Title;Description;Option1 name;Option1 value;SKU;Inventory quantity;Price',
      'mug;Mug;"two\r\nlines";Colour;White;MUG-W;7;12.50',
      'mug;;;;Blue;MUG-B;3;x',
    ];
    const { variants, skipped } = read(renamed);
    expect(variants.map(({ value }) => value.sku)).toEqual(['MUG-W']);
    expect(skipped).toEqual([
      { line: 4, what: 'variant MUG-B', because: expect.stringMatching(/the price is "x"/) as string },
    ]);
  });

  test.each([
    ['negative', '-4'],
    ['huge', '99999999999'],
    ['broken', '1.5'],
  ])('[SHOP2] with a stock that is %s are left out with their line', (_what, stock) => {
    const { skipped } = read(['Handle,Title,Variant SKU,Variant Inventory Qty,Variant Price', `mug,Mug,M,${stock},1`]);
    expect(skipped).toMatchObject([{ line: 2, what: 'variant M', because: expect.stringContaining(stock) as string }]);
  });

  test('[SHOP2] with a quote that is never closed are refused with the line on which it opens', () => {
    const lines = ['Handle,Title,Variant Price', 'mug,Mug,1', 'lamp,"Lamp,2', 'pen,Pen,3'];
    expect(() => read(lines)).toThrow(/shop\.csv: Line 3: a quote is opened and never closed/);
  });

  test('[SHOP2] with a quote inside a field are refused with the line', () => {
    const lines = ['Handle,Title,Variant Price', 'mug,Mug,1', 'lamp,"La"mp,2'];
    expect(() => read(lines)).toThrow(/shop\.csv: Line 3: a quote stands inside a field/);
  });

  test.each([';', '\t', '|'])('[SHOP2] may be parted by %j; a record that is parted otherwise is left out', (by) => {
    const { variants, skipped } = read(
      ['Handle,Title,Variant Price', 'mug,Mug,1'].map((one) => one.replaceAll(',', by)),
    );
    expect([variants[0]?.value.priceCents, skipped]).toEqual([100, []]);
    const mixed = read(['Handle,Title,Variant Price', ['mug', 'Mug', '1'].join(by), 'lamp,Lamp,2']);
    expect(mixed.variants).toHaveLength(1);
    expect(mixed.skipped).toEqual([{ line: 2, what: 'a record', because: 'it has 1 field, the header has 3' }]);
  });

  test('[SHOP2] that say two prices of one sku keep the first and name the other with both lines', () => {
    const lines = ['Handle,Title,Variant SKU,Variant Price', 'mug,Mug,M,1', 'cup,Cup,M,2'];
    const { variants, skipped } = checkRecords(read(lines), { hasCustomer: () => false, hasSku: () => false });
    expect(variants.map(({ value }) => value.priceCents)).toEqual([100]);
    expect(skipped).toMatchObject([{ line: 3, because: expect.stringMatching(/contradicts .* line 2/) as string }]);
  });

  test('[SHOP2] with a record that is too short lose that record', () => {
    const { variants, skipped } = read(['Handle,Title,Variant Price', 'mug,Mug', 'lamp,Lamp,2']);
    expect(variants).toHaveLength(1);
    expect(skipped).toEqual([{ line: 2, what: 'a record', because: 'it has 2 fields, the header has 3' }]);
  });
});

const columns = [
  ...[
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Fulfilled at',
    'Currency',
    'Discount Amount',
  ],
  ...['Created at', 'Lineitem quantity', 'Lineitem price', 'Lineitem sku', 'Billing Name', 'Shipping Address1'],
  ...['Shipping City', 'Shipping Zip', 'Shipping Country', 'Cancelled at', 'Payment Method'],
];
const base = {
  ...{ Name: '#1001', Email: 'ada@example.org', 'Financial Status': 'paid', 'Fulfillment Status': 'unfulfilled' },
  ...{
    Currency: 'EUR',
    'Created at': '2026-02-27 09:30:00 +0100',
    'Lineitem quantity': '2',
    'Lineitem price': '12.00',
  },
  ...{ 'Lineitem sku': 'MUG-W', 'Billing Name': 'Ada Sample', 'Shipping Address1': '1 Mill Lane' },
  ...{ 'Shipping City': 'Leeds', 'Shipping Zip': "'01234", 'Shipping Country': 'UK', 'Payment Method': 'Card' },
};
const orders = (...records: Record<string, string>[]) => [
  columns.join(','),
  ...records.map((record) => columns.map((name) => record[name] ?? '').join(',')),
];
const shop = { hasCustomer: () => false, hasSku: () => true };

describe('orders of Shopify', () => {
  test('[SHOP3] are gathered from the records of their items', () => {
    const second = {
      Name: '#1001',
      Email: 'ada@example.org',
      'Lineitem quantity': '1',
      'Lineitem price': '40',
      'Lineitem sku': 'LAMP-1',
    };
    const records = checkRecords(read(orders(base, second)), shop);
    expect(records.skipped).toEqual([]);
    expect(records.currency).toBe('EUR');
    expect(records.orders[0]).toMatchObject({
      line: 2,
      value: {
        ...{ id: '1001', status: 'open', placedAt: Date.UTC(2026, 1, 27, 8, 30) },
        items: [
          { sku: 'MUG-W', qty: 2, unitCents: 1200 },
          { sku: 'LAMP-1', qty: 1, unitCents: 4000 },
        ],
        payments: [{ kind: 'payment', cents: 6400 }],
        address: { line1: '1 Mill Lane', postcode: '01234' },
      },
    });
    expect(records.customers.map(({ value }) => value.name)).toEqual(['Ada Sample']);
  });

  test('[SHOP3] of one address are one customer, whom the shop may know; an id gives no address away', () => {
    const again = { ...base, Name: '#1002', Email: 'ADA@example.org' };
    const fresh = read(orders(base, again));
    expect(new Set(fresh.orders.map(({ value }) => value.customerId)).size).toBe(1);
    expect(fresh.orders[0]?.value.customerId).toMatch(/^c-[0-9a-f]{20}$/);
    const known = read(orders(base), (address) => (address === 'ada@example.org' ? 'c-7' : null));
    expect(known.orders[0]?.value.customerId).toBe('c-7');
  });

  test('[SHOP3] that were cancelled, sent or not yet paid stand so', () => {
    const at = '2026-02-28 09:30:00 +0100';
    const cancelled = { ...base, Name: '#2', 'Financial Status': 'refunded', 'Cancelled at': at };
    const sent = { ...base, Name: '#3', 'Fulfillment Status': 'fulfilled', 'Fulfilled at': at };
    const unpaid = { ...base, Name: '#4', 'Financial Status': 'pending' };
    const records = checkRecords(read(orders(cancelled, sent, unpaid)), shop);
    expect(records.skipped).toEqual([]);
    expect(records.orders.map(({ value }) => [value.id, value.status, value.payments.length])).toEqual([
      ['2', 'cancelled', 2],
      ['3', 'shipped', 1],
      ['4', 'open', 0],
    ]);
  });

  test('[SHOP4] with a discount were paid for less, and never give back more than was paid', () => {
    const { value } =
      read(orders({ ...base, 'Lineitem quantity': '3', 'Discount Amount': '5.00' })).orders[0] ?? never();
    const paid = value.payments[0]?.cents ?? 0;
    expect(value.items).toEqual([{ sku: 'MUG-W', qty: 3, unitCents: 1033 }]);
    expect(paid).toBe(3 * 1033);
    expect(paid).toBeLessThanOrEqual(3600 - 500);
  });

  test.each([
    ['refunded in part', { 'Financial Status': 'partially_refunded' }, /does not say for which items/],
    ['sent in part', { 'Fulfillment Status': 'partial' }, /sent in part/],
    ['of nobody', { Email: '' }, /no e-mail address/],
    ['of something without a sku', { 'Lineitem sku': '' }, /no SKU/],
    ['with a negative quantity', { 'Lineitem quantity': '-1' }, /quantity on line 2 is "-1"/],
    ['with a huge quantity', { 'Lineitem quantity': '100000000' }, /whole number from 1 to/],
    ['with a price in words', { 'Lineitem price': 'free' }, /price on line 2 is "free"/],
    ['of no day', { 'Created at': 'yesterday' }, /moment of the order is "yesterday"/],
  ])('[SHOP4] %s are left out with their line', (_what, change, because) => {
    const { skipped, orders: taken } = read(orders({ ...base, ...change }));
    expect(taken).toEqual([]);
    expect(skipped).toMatchObject([{ line: 2, because: expect.stringMatching(because) as string }]);
  });

  test('[SHOP4] of a sku that nobody sells are left out with their line', () => {
    const { orders: taken, skipped } = checkRecords(read(orders(base)), {
      hasCustomer: () => false,
      hasSku: () => false,
    });
    expect(taken).toEqual([]);
    expect(skipped).toMatchObject([
      { line: 2, what: 'order 1001', because: expect.stringMatching(/MUG-W .*neither/) as string },
    ]);
  });

  test('[SHOP4] in a currency without cents, or in two, are refused with the line', () => {
    expect(() => read(orders({ ...base, Currency: 'JPY' }))).toThrow(/Line 2: the currency "JPY"/);
    expect(() => read(orders(base, { ...base, Name: '#2', Currency: 'USD' }))).toThrow(/Line 3: USD after EUR/);
  });
});

function never(): never {
  throw new Error('the sample has an order');
}
