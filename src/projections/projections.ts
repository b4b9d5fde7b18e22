import { campaigns } from './campaigns';
import { customers } from './customers';
import { inbox } from './inbox';
import { orders } from './orders';
import { products } from './products';
import type { Projection } from './Projection';
import { proposals } from './proposals';
import { stock } from './stock';
import { turns } from './turns';

/** Every view of the shop. To add one: one file, one line here. */
export const projections = {
  orders,
  stock,
  products,
  inbox,
  campaigns,
  customers,
  proposals,
  turns,
} as const satisfies Record<string, Projection<unknown>>;
