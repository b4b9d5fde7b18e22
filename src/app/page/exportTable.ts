import { amountOf, writeTable } from '../../intake';
import type { ShopSnapshot, ShopTools } from '../../ui';

/** The open shop's orders or products as a table: what the views say now, not their history. */
export function exportTable(
  what: Parameters<ShopTools['exportTable']>[0],
  { views, names, world }: ShopSnapshot,
): { readonly name: string; readonly file: Blob } {
  const text = what === 'orders' ? orders(views, names) : products(views);
  const name = `${world.name.replace(/[^\w]+/g, '-').slice(0, 60)}-${what}.csv`;
  return { name, file: new Blob([text], { type: 'text/csv' }) };
}

function orders(views: ShopSnapshot['views'], names: ShopSnapshot['names']): string {
  const columns = ['Order', 'Customer', 'Name', 'Status', 'Placed at', 'SKU', 'Quantity', 'Unit price', 'Refunded'];
  const rows = [...views.orders.values()].flatMap((order) =>
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
function products({ products: goods, stock }: ShopSnapshot['views']): string {
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
