import type { CustomerId, OrderId, Ref } from '../contracts';
import type { Projection } from './Projection';

/** Somebody who is registered, or who ordered; name and address of who is registered lie behind `profile` in the side store. */
export interface CustomerRow {
  readonly customerId: CustomerId;
  /** Null for somebody who ordered and is in nobody's address book. */
  readonly profile: Ref | null;
  readonly orders: readonly OrderId[];
  readonly changedAt: number;
}

export type Customers = Map<CustomerId, CustomerRow>;

/** Folds who is who and who ordered what. An order counts for its customer, whether they were registered by then or not. */
export const customers: Projection<Customers> = {
  name: 'customers',
  version: 3,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'CustomerRegistered': {
        const { customerId, profile } = event.data;
        const row = view.get(customerId) ?? stranger(customerId);
        if (row.profile !== null) return view;
        return view.set(customerId, { ...row, profile, changedAt: event.position });
      }
      case 'CustomerForgotten': {
        const row = view.get(event.data.customerId);
        return row ? view.set(row.customerId, { ...row, profile: null, changedAt: event.position }) : view;
      }
      case 'OrderPlaced':
      case 'OrderTakenOver': {
        const { customerId, orderId } = event.data;
        const row = view.get(customerId) ?? stranger(customerId);
        if (row.orders.includes(orderId)) return view;
        return view.set(customerId, { ...row, orders: [...row.orders, orderId], changedAt: event.position });
      }
      default:
        return view;
    }
  },
};

function stranger(customerId: CustomerId): Omit<CustomerRow, 'changedAt'> {
  return { customerId, profile: null, orders: [] };
}
