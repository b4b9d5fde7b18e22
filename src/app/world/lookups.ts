import type { CustomerId, MailId, OrderId, Sku } from '../../contracts';
import type { Lookups } from '../../intake';
import type { Views } from '../../projections';
import type { People } from './people';

/** What an input from outside may ask of the world, answered from the views as they are now. */
export function worldLookups(views: Views, people: People): Lookups {
  const order = (id: string) => views.orders.get(id as OrderId);
  return {
    customerOf: (address) => people.customerOf(address),
    customerOfOrder: (id) => order(id)?.customerId ?? null,
    customerOfMail: (id) => {
      const mail = views.inbox.get(id as MailId);
      return mail ? (mail.customerId ?? (`visitor-${id}` as CustomerId)) : null;
    },
    unitCents: (sku) => {
      const product = views.products.get(sku as Sku);
      return product ? (product.sale?.saleCents ?? product.priceCents) : null;
    },
    owedCents: (id) => {
      const found = order(id);
      return found && found.status !== 'cancelled' ? found.totalCents - found.paidCents : 0;
    },
    onTheWay: (sku) => views.stock.get(sku as Sku)?.onTheWay ?? null,
    notYetBack: (id, sku) =>
      (order(id)?.lines ?? [])
        .filter((line) => line.sku === sku)
        .reduce((sum, line) => sum + line.refundedQty - line.returnedQty, 0),
    saleOf: (sku) => views.products.get(sku as Sku)?.sale?.saleId ?? null,
  };
}
