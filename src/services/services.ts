import { catalogue } from './catalogue/catalogue';
import { inventoryService } from './inventoryService/inventoryService';
import { mailroom } from './mailroom/mailroom';
import { marketingDesk } from './marketingDesk/marketingDesk';
import { orderState } from './orderState/orderState';
import { promptDesk } from './promptDesk/promptDesk';
import type { Service } from './Service';

// The list forgets what each state is made of: a service is only ever given its own.
const all: readonly unknown[] = [catalogue, inventoryService, mailroom, marketingDesk, orderState, promptDesk];

/** Every service there is. To add one: a folder, and its name above. */
export const services = all as readonly Service<never>[];
