import type { Campaigns } from './campaigns';
import type { Customers } from './customers';
import type { Inbox } from './inbox';
import type { Orders } from './orders';
import type { Products } from './products';
import type { Proposals } from './proposals';
import type { Stock } from './stock';
import type { Turns } from './turns';

/** Every view of the shop, by name. */
export interface Views {
  orders: Orders;
  stock: Stock;
  products: Products;
  inbox: Inbox;
  campaigns: Campaigns;
  customers: Customers;
  proposals: Proposals;
  turns: Turns;
}
