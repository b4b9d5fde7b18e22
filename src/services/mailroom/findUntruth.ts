import type { Claim, CustomerId, OrderId } from '../../contracts';
import { euros } from '../../kernel';
import { hasAvailable } from '../availability';
import type { OrderStatus } from '../orderStatus';
import { claimKey } from './claimsBorneOutBy';
import type { Postbag } from './Postbag';

/**
 * The first claim that the log does not bear out, in words; undefined when all are true. Of somebody else's order nothing is true, and
 * the words are those for an order that does not exist.
 */
export function findUntruth(bag: Postbag, customerId: CustomerId, claims: readonly Claim[]): string | undefined {
  const untrue = claims.find((claim) => !isTrue(bag, customerId, claim));
  return untrue && inWords(untrue);
}

function isTrue(bag: Postbag, customerId: CustomerId, claim: Claim): boolean {
  switch (claim.says) {
    case 'cancelled':
      return statusOf(bag, customerId, claim.orderId) === 'cancelled';
    case 'order-status':
      return statusOf(bag, customerId, claim.orderId) === claim.status;
    case 'available':
      return hasAvailable(bag.available, claim.sku) === claim.available;
    case 'waits-for-approval':
      return [...bag.parked.values()].includes(claimKey(customerId, claim));
    default:
      return bag.borneOut.has(claimKey(customerId, claim));
  }
}

function statusOf({ orders }: Postbag, customerId: CustomerId, orderId: OrderId): OrderStatus | undefined {
  const order = orders.get(orderId);
  return order?.customerId === customerId ? order.status : undefined;
}

function inWords(claim: Claim): string {
  switch (claim.says) {
    case 'refunded':
      return `this customer got no refund of ${euros(claim.cents)} for ${claim.qty} × ${claim.sku} of order ${claim.orderId}`;
    case 'return-accepted':
      return `this customer has no order ${claim.orderId} of which these ${claim.items.length} items were taken back for ${euros(claim.cents)}`;
    case 'cancelled':
      return `this customer has no cancelled order ${claim.orderId}`;
    case 'order-status':
      return `this customer has no order ${claim.orderId} that is ${claim.status}`;
    case 'address-changed':
      return `this customer has no order ${claim.orderId} that goes to another address now`;
    case 'items-changed':
      return `this customer has no order ${claim.orderId} in which ${claim.sku} was changed to ${claim.newSku}`;
    case 'exchanged':
      return `this customer has no order ${claim.orderId} in which ${claim.sku} was exchanged for ${claim.newSku}`;
    case 'payment-changed':
      return `this customer has no order ${claim.orderId} that was changed to ${claim.methodId}`;
    case 'waits-for-approval':
      return `nothing about an order ${claim.orderId} of this customer waits for the shopkeeper`;
    case 'available':
      return claim.available ? `no ${claim.sku} is available` : `${claim.sku} is available`;
  }
}
