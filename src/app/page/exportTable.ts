import { amountOf, writeTable } from '../../intake';
import type { ShopTools } from '../../ui';
import type { TableRows } from '../world';

/** The open shop's orders or products as a table: what the views say now, not their history. */
export function exportTable(
  what: Parameters<ShopTools['exportTable']>[0],
  rows: TableRows,
): { readonly name: string; readonly file: Blob } {
  const text = what === 'orders' ? orders(rows) : products(rows);
  const name = `${rows.world.replace(/[^\w]+/g, '-').slice(0, 60)}-${what}.csv`;
  return { name, file: new Blob([text], { type: 'text/csv' }) };
}

function orders({ orders: placed, names }: TableRows): string {
  const columns = ['Order', 'Customer', 'Name', 'Status', 'Placed at', 'SKU', 'Quantity', 'Unit price', 'Refunded'];
  const rows = [...placed.values()].flatMap((order) =>
    order.lines.map((line) => [
      order.orderId,
      order.customerId,
      names[order.customerId] ?? '',
      order.status,
      new Date(order.placedAt).toISOString(),
      line.sku,
      line.qty,
      amountOf(line.unitCents),
      amountOf(line.refundedCents),
    ]),
  );
  return writeTable(columns, rows);
}

/** With the columns of Shopify, so that another shop reads it. */
function products({ products: goods, stock }: TableRows): string {
  const columns = ['Handle', 'Title', 'Body (HTML)', 'Variant SKU', 'Variant Inventory Qty', 'Variant Price'];
  const rows = [...goods.values()].map(({ sku, title, description, priceCents }) => [
    sku,
    title,
    description,
    sku,
    stock.get(sku)?.onHand ?? 0,
    amountOf(priceCents),
  ]);
  return writeTable(columns, rows);
}
