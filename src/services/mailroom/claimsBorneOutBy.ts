import type { Claim, CustomerId, WorldEvent } from '../../contracts';
import { canonicalJson } from '../../kernel';

/** One text for a claim to a customer, down to its numbers. */
export function claimKey(customerId: CustomerId, claim: Claim): string {
  return `${customerId} ${canonicalJson(claim)}`;
}

/** The claims that become true for good by an event, for the customer whose order it is. */
export function claimsBorneOutBy(event: WorldEvent): readonly string[] {
  switch (event.type) {
    case 'RefundProcessed': {
      const { customerId, orderId, sku, qty, cents } = event.data;
      return [claimKey(customerId, { says: 'refunded', orderId, sku, qty, cents })];
    }
    case 'ReturnAccepted': {
      const { customerId, orderId, items, cents } = event.data;
      return [claimKey(customerId, { says: 'return-accepted', orderId, items, cents })];
    }
    case 'AddressChanged':
      return [claimKey(event.data.customerId, { says: 'address-changed', orderId: event.data.orderId })];
    case 'PaymentMethodChanged': {
      const { customerId, orderId, charged } = event.data;
      if (charged.methodId === null) return [];
      return [claimKey(customerId, { says: 'payment-changed', orderId, methodId: charged.methodId })];
    }
    case 'ItemsChanged':
    case 'ExchangeAccepted': {
      const says = event.type === 'ItemsChanged' ? 'items-changed' : 'exchanged';
      const { customerId, orderId, changes } = event.data;
      return changes.map(({ sku, newSku }) => claimKey(customerId, { says, orderId, sku, newSku }));
    }
    default:
      return [];
  }
}
