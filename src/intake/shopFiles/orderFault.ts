import { cents } from '../../contracts';
import type { FileCustomer, FileOrder } from './ShopWorld';

/**
 * Why an order cannot have happened as the file tells it, in words; null when it can. Its money must balance: what was paid and not given back
 * is the price of its items, or nothing once it is cancelled; and no method got back more than it gave.
 *
 * @param customer as the file introduces them; undefined when only the shop knows them.
 */
export function orderFault(order: FileOrder, customer: FileCustomer | undefined): string | null {
  const twice = order.items.find(({ sku }, at) => order.items.findIndex((item) => item.sku === sku) < at);
  if (twice) return `${twice.sku} is in it twice. Write one item with the sum`;
  return datesFault(order) ?? moneyFault(order) ?? methodFault(order, customer);
}

function datesFault({ status, placedAt, shippedAt, deliveredAt, cancelledAt, payments }: FileOrder): string | null {
  const hasShipped = status === 'shipped' || status === 'delivered';
  if (hasShipped !== (shippedAt !== null)) return `it is ${status}, and shippedAt says otherwise`;
  if ((status === 'delivered') !== (deliveredAt !== null)) return `it is ${status}, and deliveredAt says otherwise`;
  if ((status === 'cancelled') !== (cancelledAt !== null)) return `it is ${status}, and cancelledAt says otherwise`;
  const inOrder = [placedAt, shippedAt ?? placedAt, deliveredAt ?? shippedAt ?? placedAt];
  if (inOrder.some((at, n) => n > 0 && at < (inOrder[n - 1] ?? 0)))
    return 'it was sent or delivered before it was placed or sent';
  if ((cancelledAt ?? placedAt) < placedAt) return 'it was cancelled before it was placed';
  if (payments.some(({ at }) => at < placedAt)) return 'it was paid before it was placed';
  return null;
}

function moneyFault({ status, items, payments }: FileOrder): string | null {
  const totalCents = items.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
  if (!cents.safeParse(totalCents).success) return 'it costs more than a shop can take';
  const heldBy = new Map<string, number>();
  for (const { kind, methodId, cents: amount } of payments) {
    const held = (heldBy.get(methodId) ?? 0) + (kind === 'payment' ? amount : -amount);
    if (held < 0) return `${methodId} got back more than it had paid`;
    heldBy.set(methodId, held);
  }
  const heldCents = [...heldBy.values()].reduce((sum, held) => sum + held, 0);
  const owedCents = status === 'cancelled' ? 0 : totalCents;
  if (heldCents === owedCents || (status === 'open' && heldCents === 0)) return null;
  return `its money does not balance: ${heldCents} cents are kept and ${owedCents} are due`;
}

function methodFault({ payments }: FileOrder, customer: FileCustomer | undefined): string | null {
  if (!customer) return null;
  const foreign = payments.find(({ methodId }) => !customer.paymentMethods.some(({ id }) => id === methodId));
  return foreign ? `payment method ${foreign.methodId} is not one of customer ${customer.id}` : null;
}
