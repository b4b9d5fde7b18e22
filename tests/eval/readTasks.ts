import { z } from 'zod';
import type { Action, Task } from './Action';

const text = z.string().max(400);
const order = { order_id: text };
const items = { ...order, item_ids: z.array(text), payment_method_id: text };
const swaps = z.object({ ...items, new_item_ids: z.array(text) });

const gold = z.discriminatedUnion('name', [
  z.object({ name: z.literal('cancel_pending_order'), kwargs: z.object({ ...order, reason: text }) }),
  z.object({
    name: z.literal('modify_pending_order_address'),
    kwargs: z.object({ ...order, address1: text, address2: text, city: text, state: text, country: text, zip: text }),
  }),
  z.object({
    name: z.literal('modify_pending_order_payment'),
    kwargs: z.object({ ...order, payment_method_id: text }),
  }),
  z.object({ name: z.literal('modify_pending_order_items'), kwargs: swaps }),
  z.object({ name: z.literal('exchange_delivered_order_items'), kwargs: swaps }),
  z.object({ name: z.literal('return_delivered_order_items'), kwargs: z.object(items) }),
]);

const tasks = z.array(z.object({ actions: z.array(gold) })).max(10_000);

/** The tasks of the retail data as actions in the policy's words. @throws ZodError when the file has another shape. */
export function readTasks(json: unknown): Task[] {
  return tasks.parse(json).map(({ actions }, at) => ({ name: `task ${at}`, actions: actions.map(actionOf) }));
}

function actionOf({ name, kwargs }: z.output<typeof gold>): Action {
  const orderId = kwargs.order_id.replace(/^#/, '');
  switch (name) {
    case 'cancel_pending_order':
      return { kind: 'cancel', orderId, reason: kwargs.reason };
    case 'modify_pending_order_address': {
      const { address1: line1, address2: line2, city, state: region, zip: postcode, country } = kwargs;
      return { kind: 'address', orderId, address: { line1, line2, city, region, postcode, country } };
    }
    case 'modify_pending_order_payment':
      return { kind: 'payment', orderId, methodId: kwargs.payment_method_id };
    case 'return_delivered_order_items':
      return { kind: 'return', orderId, skus: kwargs.item_ids, methodId: kwargs.payment_method_id };
    case 'modify_pending_order_items':
    case 'exchange_delivered_order_items': {
      const kind = name === 'modify_pending_order_items' ? 'items' : 'exchange';
      const swapped = kwargs.item_ids.map((from, at) => ({ from, to: kwargs.new_item_ids[at] ?? '' }));
      return { kind, orderId, swaps: swapped, methodId: kwargs.payment_method_id };
    }
  }
}
