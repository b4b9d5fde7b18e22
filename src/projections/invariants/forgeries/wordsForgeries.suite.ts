import type { Forgery } from './Forgery.suite';
import { ref } from '../../told/shop';
import { line, receive, reply, sent, sku, sold } from './forgedShop.suite';

const promotion = { promotionId: 'pr-1', sku, saleId: 's-1', text: 'Cheap' };
const post = { postId: 'p-1', sku, occasion: 'sale', text: 'Buy' } as const;

/** Posts, promotions and replies that are not so. */
export const wordsForgeries: readonly Forgery[] = [
  ['INV6', 'a post goes out for what never came in', /none is available/, ({ tell }) => tell('PostPublished', post)],
  [
    'INV6',
    'a promotion starts for what has just sold out',
    /none is available/,
    (h) => {
      receive(h, 2, { onHand: 2, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 0 }] });
      h.tell('PromotionStarted', promotion);
    },
  ],
  [
    'INV6',
    'a promotion resumes for what is sold out',
    /none is available/,
    ({ tell }) => tell('PromotionResumed', { promotionId: 'pr-1', sku, reason: 'hope' }),
  ],
  [
    'INV11',
    'a reply promises a refund that never was',
    /claims what is not so: 1 × MUG-1/,
    (h) => reply(sent(h), { says: 'refunded', orderId: '1042', sku, qty: 1, cents: 1450 }),
  ],
  [
    'INV11',
    'a reply tells of a cancellation that never was',
    /order 1042 cancelled/,
    (h) => reply(sold(h), { says: 'cancelled', orderId: '1042' }),
  ],
  [
    'INV11',
    'a reply is behind the times',
    /order 1042 confirmed/,
    (h) => reply(sent(h), { says: 'order-status', orderId: '1042', status: 'confirmed' }),
  ],
  [
    'INV11',
    'a reply praises what is sold out',
    /BAG-2 available/,
    (h) => reply(h, { says: 'available', sku: 'BAG-2', available: true }),
  ],
  [
    'INV11',
    'a reply tells of somebody else’s order',
    /order 2000 placed/,
    (h) => {
      h.tell('OrderPlaced', { orderId: '2000', customerId: 'c-8', items: [{ ...line, unitCents: 1 }] });
      reply(h, { says: 'order-status', orderId: '2000', status: 'placed' });
    },
  ],
  [
    'INV11',
    'another text goes out than was drafted',
    /not the one that was drafted/,
    ({ tell }) => {
      const mail = { mailId: 'm-1', customerId: 'c-7' };
      const answers = tell('ReplyDrafted', { ...mail, text: ref(1), claims: [] });
      tell('ReplySent', { ...mail, text: ref(2) }, { answers });
    },
  ],
];
