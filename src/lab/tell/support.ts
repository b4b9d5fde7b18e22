import { readByRules } from '../../agents';
import type { LabInput } from '../scenario/Scenario';
import { sell, type Counter } from './counter';
import type { Outside } from './Outside';
import type { Tell } from './TellMessage';
import type { TellerBrain } from './Teller';

/** An order in support's copy. */
export interface SupportOrder {
  readonly who: string;
  readonly sku: string;
  readonly qty: number;
  readonly cents: number;
  status: 'confirmed' | 'backordered' | 'shipped' | 'delivered' | 'cancelled';
  refundedQty: number;
  backCents: number;
}

/** Support's copy of the world. */
export interface SupportState extends Counter {
  readonly orders: Map<string, SupportOrder>;
  readonly answered: Set<string>;
}

/** A mail as it reaches support: the customer's words. */
export type SupportInput =
  | Extract<LabInput, { kind: 'order' | 'deliver' }>
  | (Extract<LabInput, { kind: 'mail' | 'ask' }> & { readonly subject: string; readonly text: string });

/** Support: sells in the shop, reads mails, pays back, answers. It knows of stock what it was told. */
export function supportTeller(open: () => SupportState, outside: Outside): TellerBrain<SupportState, SupportInput> {
  return {
    name: 'support',
    open,
    onInput(state, input, nowMs) {
      switch (input.kind) {
        case 'order':
          return sell(state, input, nowMs, outside, ['inventory', 'marketing'], (status, cents) => {
            const { who, sku, qty } = input;
            state.orders.set(input.order, { who, sku, qty, cents, status, refundedQty: 0, backCents: 0 });
          });
        case 'deliver': {
          const order = state.orders.get(input.order);
          if (!order || order.status === 'cancelled') return null;
          order.status = 'delivered';
          return { says: `notes that order ${input.order} was delivered`, about: [`order:${input.order}`] };
        }
        case 'ask':
        case 'mail':
          return answerMail(state, input, outside);
      }
    },
    onMessage(state, message) {
      switch (message.tell) {
        case 'sold':
        case 'waiting': {
          const { order, who, sku, qty, cents } = message;
          const status = message.tell === 'sold' ? 'confirmed' : 'backordered';
          if (!state.orders.has(order))
            state.orders.set(order, { who, sku, qty, cents, status, refundedQty: 0, backCents: 0 });
          if (status === 'backordered') state.waiting.set(order, sku);
          return null;
        }
        case 'served': {
          const order = state.orders.get(message.order);
          state.waiting.delete(message.order);
          if (order?.status === 'backordered') order.status = 'confirmed';
          return null;
        }
        case 'shipped': {
          const order = state.orders.get(message.order);
          if (order && order.status !== 'delivered') order.status = 'shipped';
          return null;
        }
        case 'level':
          return (heardLevel(state, message), null);
        case 'price':
          state.prices.set(message.sku, message.cents);
          return null;
        default:
          return null;
      }
    },
  };
}

/** The newer stamp wins, as one does without a log. */
export function heardLevel(
  state: Counter,
  { sku, available, stampMs }: { sku: string; available: number; stampMs: number },
): void {
  const known = state.levels.get(sku);
  if (!known || stampMs > known.stampMs) state.levels.set(sku, { available, stampMs });
}

/** What comes down to money back in the end. */
const moneyBack: ReadonlySet<string> = new Set(['refund', 'return', 'damaged_or_wrong']);

function answerMail(state: SupportState, mail: Extract<SupportInput, { kind: 'mail' | 'ask' }>, outside: Outside) {
  const answer = (says: string, does?: () => void, tells: readonly Tell[] = []) => ({
    says: `answers ${mail.who}: ${says}`,
    about: [`mail:${mail.mail}`, ...('order' in mail ? [`order:${mail.order}`] : [`sku:${mail.sku}`])],
    does() {
      does?.();
      const known = outside.mails.get(mail.mail);
      if (known) known.answered = true;
    },
    tells,
  });
  if (state.answered.has(mail.mail)) return null;
  state.answered.add(mail.mail);
  if (mail.kind === 'ask') {
    const yes = (state.levels.get(mail.sku)?.available ?? 0) > 0;
    return answer(yes ? `yes, ${mail.sku} is available` : `${mail.sku} is sold out`, () => {
      if (yes) outside.offer(`support told ${mail.who} that ${mail.sku} is available`, mail.sku);
    });
  }
  // The same rules that the scripted engine reads by on the other side.
  const from = { name: mail.who, address: '' };
  const want = readByRules({ from, subject: mail.subject, text: mail.text }).wants[0];
  const wantsMoney = want !== undefined && moneyBack.has(want.intent);
  const id = want?.orders[0] ?? mail.order;
  const order = state.orders.get(id);
  // Somebody else's order is to them as if it did not exist.
  if (order?.who !== mail.who || !want) return answer(`there is no order ${id} that we know of`);
  const unsent = order.status === 'confirmed' || order.status === 'backordered';
  const cancels = want.intent === 'cancel_order' || (wantsMoney && unsent);
  if (cancels && unsent) {
    const wasWaiting = order.status === 'backordered';
    order.status = 'cancelled';
    order.backCents = order.cents;
    state.waiting.delete(id);
    const message = { tell: 'cancelled', order: id, sku: order.sku } as const;
    return answer(`order ${id} is cancelled`, () => outside.payBack(id, order.cents, 'cancel'), [
      { to: 'inventory', message },
      ...(wasWaiting ? [{ to: 'marketing' as const, message }] : []),
    ]);
  }
  const isThere = order.status === 'shipped' || order.status === 'delivered';
  if (wantsMoney && isThere && order.refundedQty < order.qty) {
    order.refundedQty = order.qty;
    order.backCents += order.cents;
    const message = { tell: 'refunded', order: id, sku: order.sku, qty: order.qty } as const;
    return answer(`order ${id} is refunded`, () => outside.payBack(id, order.cents, 'refund'), [
      { to: 'inventory', message },
    ]);
  }
  return answer(`order ${id} is ${order.status}`);
}
