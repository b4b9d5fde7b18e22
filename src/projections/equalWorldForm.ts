import type { Views } from './views';
import { byCodeUnits, type Json } from './viewsToJson';

/**
 * What two worlds must agree on to count as equal, whatever the crashes, retries and orderings on the way: orders with their lines and
 * money, levels of stock, products, what became of each mail, what was posted and promoted. Positions, ids of events, posts, promotions
 * and sales, refs, clock times and refusals are left out. A post that went out twice shows as two.
 */
export function equalWorldForm(views: Views): Json {
  return {
    orders: rows(views.orders, ({ customerId, status, lines, totalCents, paidCents, paidBackCents, refund }) => ({
      customerId,
      status,
      lines: lines.map((line) => ({ ...line })),
      totalCents,
      paidCents,
      paidBackCents,
      refund,
    })),
    stock: rows(views.stock, ({ onHand, reserved, returned, available }) => ({
      onHand,
      reserved,
      returned,
      available,
    })),
    products: rows(views.products, ({ title, description, priceCents, sale }) => ({
      title,
      description,
      priceCents,
      sale: sale && { percentOff: sale.percentOff, saleCents: sale.saleCents },
    })),
    mails: rows(views.inbox, ({ status }) => status),
    posts: [...views.campaigns.posts.values()]
      .filter((post) => post.status === 'published')
      .map((post) => `${post.sku} ${post.occasion}`)
      .sort(),
    promotions: [...views.campaigns.promotions.values()].map((one) => `${one.sku} ${one.status}`).sort(),
  };
}

function rows<Row>(view: ReadonlyMap<string, Row>, content: (row: Row) => Json): Json {
  return [...view].sort(([a], [b]) => byCodeUnits(a, b)).map(([key, row]) => [key, content(row)]);
}
