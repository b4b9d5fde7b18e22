import { ref } from '../../told/shop';
import type { History } from '../../told/tellHistory';

/** What is sold. */
export const sku = 'MUG-1';
/** Who ordered. */
export const order = { orderId: '1042', customerId: 'c-7' };
/** Two of it. */
export const line = { sku, qty: 2 };
/** One of it, for its price. */
export const refund = { ...order, sku, qty: 1, cents: 1450 };

/** Goods come in, and the shelf says so much. */
export function receive({ tell }: History, qty: number, said: { onHand: number; reserved: number }) {
  const answers = tell('StockReceiptReported', { sku, qty, reorderId: null });
  const level = { ...said, returned: 0, available: said.onHand - said.reserved };
  tell('InventoryUpdated', { sku, because: 'received', qty, ...level, orderId: null }, { answers });
}

/** Five in stock; two of them ordered, paid, reserved and confirmed. */
export function sold(history: History) {
  receive(history, 5, { onHand: 5, reserved: 0 });
  const { tell } = history;
  const cause = tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1450 }] });
  tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 2900 });
  const reserved = tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 3 }] }, { cause });
  tell('OrderConfirmed', order, { cause: reserved });
  return history;
}

/** The same, sent: three are left. */
export function sent(history: History) {
  const { tell } = sold(history);
  const cause = tell('OrderShipped', { ...order, items: [line] });
  const level = { onHand: 3, reserved: 0, returned: 0, available: 3 };
  tell('InventoryUpdated', { ...line, because: 'shipped', ...level, orderId: '1042' }, { cause });
  return history;
}

/** A reply goes out that claims this. */
export function reply({ tell }: History, claim: object) {
  const mail = { mailId: 'm-1', customerId: 'c-7', text: ref(1) };
  const answers = tell('ReplyDrafted', { ...mail, claims: [claim as never] });
  tell('ReplySent', mail, { answers });
}

/** What a shelf may say after two were sent and one refunded. */
export const level = { onHand: 3, reserved: 0, returned: 1, available: 3, orderId: '1042' };
