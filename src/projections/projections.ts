import { approvals } from './approvals';
import { campaigns } from './campaigns';
import { customers } from './customers';
import { documents } from './documents';
import { house } from './house';
import { inbox } from './inbox';
import { ledger } from './ledger';
import { orders } from './orders';
import { products } from './products';
import type { Projection } from './Projection';
import { prompts } from './prompts';
import { proposals } from './proposals';
import { stock } from './stock';
import { turns } from './turns';
import { verdicts } from './verdicts';

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
  ledger,
  approvals,
  house,
  prompts,
  documents,
  verdicts,
} as const satisfies Record<string, Projection<unknown>>;
