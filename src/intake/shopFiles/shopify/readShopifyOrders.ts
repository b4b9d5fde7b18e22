import { AppError, currencies, isAppError, type Currency } from '../../../kernel';
import { centsOf, momentOf, qtyOf } from '../amounts';
import type { Row, Table } from '../readTable';
import type { Entry, ShopRecords, Skipped } from '../ShopRecords';
import { fileCustomer, fileOrder, type FileCustomer, type FileOrder } from '../ShopWorld';
import { CustomersByAddress } from './CustomersByAddress';
import { idFrom } from './idFrom';
import { paidForGoods } from './paidForGoods';

const needed = ['name', 'email', 'lineitem quantity', 'lineitem price', 'lineitem sku'] as const;

/** True when a table is an order export of Shopify. */
export function isShopifyOrders({ columns }: Table): boolean {
  return needed.every((name) => columns.has(name));
}

/**
 * Reads an order export of Shopify: one record per line item, what concerns the whole order on its first record only.
 *
 * @param customerAt whom the shop's address book knows at an address.
 * @throws InvalidInput when the file is in several currencies or in one that has no cents.
 */
export function readShopifyOrders(table: Table, customerAt: (address: string) => string | null): ShopRecords {
  const skipped: Skipped[] = [...table.skipped];
  const orders: Entry<FileOrder>[] = [];
  const customers = new CustomersByAddress(customerAt);
  const currency = currencyOf(table.rows);
  for (const [name, rows] of byOrder(table.rows)) {
    const [first] = rows;
    if (!first) continue;
    const what = `order ${name.slice(0, 64)}`;
    try {
      const customer = customers.of(first, idFrom(name));
      const order = fileOrder.safeParse(orderOf(idFrom(name), rows, customer));
      const issue = order.error?.issues[0];
      if (issue) throw new AppError('InvalidInput', `${issue.path.join('.')}: ${issue.message}`);
      if (order.data) orders.push({ line: first.line, value: order.data });
    } catch (error) {
      if (!isAppError(error, 'InvalidInput')) throw error;
      skipped.push({ line: first.line, what, because: error.message });
    }
  }
  const used = new Set(orders.map(({ value }) => value.customerId as string));
  const found: Entry<FileCustomer>[] = [];
  for (const { line, value } of customers.all()) {
    if (!used.has(value.id)) continue;
    const parsed = fileCustomer.safeParse(value);
    const issue = parsed.error?.issues[0];
    if (parsed.success) found.push({ line, value: parsed.data });
    else
      skipped.push({
        line,
        what: `customer ${value.id}`,
        because: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
      });
  }
  return { source: 'Shopify orders', currency, policy: [], customers: found, variants: [], orders, skipped };
}

function byOrder(rows: readonly Row[]): Map<string, Row[]> {
  const orders = new Map<string, Row[]>();
  for (const row of rows) {
    const name = row.field('name');
    const known = orders.get(name);
    if (known) known.push(row);
    else orders.set(name, [row]);
  }
  return orders;
}

function currencyOf(rows: readonly Row[]): Currency | null {
  let found: Currency | null = null;
  for (const row of rows) {
    const text = row.field('currency').toUpperCase();
    if (text === '') continue;
    const currency = currencies.find((one) => one === text);
    if (!currency)
      throw new AppError(
        'InvalidInput',
        `Line ${row.line}: the currency "${text.slice(0, 10)}" is not one of ${currencies.join(', ')}.`,
      );
    if (found && found !== currency)
      throw new AppError(
        'InvalidInput',
        `Line ${row.line}: ${currency} after ${found}. A shop has one currency: split the file.`,
      );
    found = currency;
  }
  return found;
}

/** The order in the words of a world file; what the export does not say is not invented. */
function orderOf(
  id: string,
  rows: readonly Row[],
  customer: { readonly id: string; readonly paymentMethods: readonly { readonly id: string }[] },
) {
  const [first] = rows as [Row, ...Row[]];
  const placedAt = momentOf(first.field('created at'), 'the moment of the order');
  const at = (column: string, what: string) =>
    first.field(column) === '' ? null : momentOf(first.field(column), what);
  const cancelledAt = at('cancelled at', 'the moment of cancellation');
  const shippedAt = at('fulfilled at', 'the moment of shipping');
  const money = first.field('financial status').toLowerCase();
  const parcels = first.field('fulfillment status').toLowerCase();
  const lines = rows
    .filter((row) => row.field('lineitem quantity') !== '')
    .map((row) => ({
      sku: idFrom(row.field('lineitem sku')),
      qty: qtyOf(row.field('lineitem quantity'), `the quantity on line ${row.line}`),
      unitCents: centsOf(row.field('lineitem price'), `the price on line ${row.line}`),
    }));
  const nameless = lines.findIndex(({ sku }) => sku === '');
  if (nameless >= 0) throw new AppError('InvalidInput', `the item on line ${rows[nameless]?.line ?? '?'} has no SKU`);
  if (money === 'partially_refunded' || (money === 'refunded' && !cancelledAt))
    throw new AppError(
      'InvalidInput',
      'it was refunded, and the export does not say for which items. Enter the order by hand',
    );
  if (parcels === 'partial')
    throw new AppError('InvalidInput', 'it was sent in part. Import it when all of it was sent');
  const discount = first.field('discount amount');
  const items = paidForGoods(lines, discount === '' ? 0 : centsOf(discount, 'the discount'));

  const paidCents = items.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
  const methodId = customer.paymentMethods[0]?.id ?? `${customer.id}-card`;
  const isPaid = ['paid', 'refunded', 'partially_paid'].includes(money) && money !== 'partially_paid' && paidCents > 0;
  const payment = {
    kind: 'payment',
    methodId,
    cents: paidCents,
    at: at('paid at', 'the moment of payment') ?? placedAt,
  };
  const payments = !isPaid
    ? []
    : cancelledAt
      ? [payment, { kind: 'refund', methodId, cents: paidCents, at: cancelledAt }]
      : [payment];
  const status = cancelledAt ? 'cancelled' : parcels === 'fulfilled' ? 'shipped' : 'open';
  return {
    ...{ id, customerId: customer.id, placedAt, status, address: addressOf(first), items, payments },
    ...{ shippedAt: status === 'shipped' ? (shippedAt ?? placedAt) : null, deliveredAt: null, cancelledAt },
  };
}

function addressOf(row: Row) {
  const of = (column: string) => row.field(`shipping ${column}`);
  const address = {
    ...{ line1: of('address1') || of('street'), line2: of('address2'), city: of('city'), region: of('province') },
    ...{ postcode: of('zip').replace(/^'/, ''), country: of('country') },
  };
  return address.line1 === '' || address.city === '' || address.country === '' ? null : address;
}
