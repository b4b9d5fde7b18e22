import type { CustomerId, OrderId, Ref } from '../contracts';

/** A registered customer; name and address lie behind `profile` in the side store. */
export interface CustomerRow {
  readonly customerId: CustomerId;
  readonly profile: Ref;
  readonly orders: readonly OrderId[];
  readonly changedAt: number;
}

export type Customers = Map<CustomerId, CustomerRow>;
