import type { CustomerId, OrderId, Ref } from '../contracts';
import type { Projection } from './Projection';

/** A registered customer; name and address lie behind `profile` in the side store. */
export interface CustomerRow {
  readonly customerId: CustomerId;
  readonly profile: Ref;
  readonly orders: readonly OrderId[];
  readonly changedAt: number;
}

export type Customers = Map<CustomerId, CustomerRow>;

/** Folds the address book. Orders of somebody who is not in it are not listed here; `orders` has them. */
export const customers: Projection<Customers> = {
  name: 'customers',
  version: 2,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'CustomerRegistered': {
        const { customerId, profile } = event.data;
        if (view.has(customerId)) return view;
        return view.set(customerId, { customerId, profile, orders: [], changedAt: event.position });
      }
      case 'OrderPlaced':
      case 'OrderTakenOver': {
        const { customerId, orderId } = event.data;
        const row = view.get(customerId);
        if (!row || row.orders.includes(orderId)) return view;
        return view.set(customerId, { ...row, orders: [...row.orders, orderId], changedAt: event.position });
      }
      default:
        return view;
    }
  },
};
