import {
  sayEvent,
  type CustomerId,
  type EventId,
  type MailId,
  type OrderId,
  type Ref,
  type Sku,
  type WorldEvent,
} from '../../contracts';
import { defaultCurrency, type Currency } from '../../kernel';
import type { KnowledgeDocument } from '../../knowledge';
import { askOf } from './asks';
import { rememberHistory, type Histories } from './history';
import { actsOf, answeredBy, openActs, rememberAct, wasOutrun, type Acts } from '../Acts';

/** A mail that support deals with, from the question to its one reply. */
export interface Case {
  readonly mailId: MailId;
  readonly customerId: CustomerId;
  readonly known: boolean;
  readonly letter: Ref;
  readonly unverified: boolean;
  /** The mail this one goes on from: the one it says, else the last one on which support asked something back. */
  readonly before: EventId | null;
  /** It says itself that it goes on from that mail. */
  readonly isReply: boolean;
  /** Answered or handed to a person: nothing more to do. */
  readonly closed: boolean;
  readonly lines: readonly string[];
}

interface OrderMemo {
  readonly customerId: CustomerId;
  readonly skus: readonly Sku[];
  /** What happened to it, a line an event. */
  readonly lines: readonly string[];
}

/** What support remembers of a product: its name, and what it is a variant of. */
interface Goods {
  readonly title: string;
  readonly productId: string | null;
  readonly options: Readonly<Record<string, string>>;
}

export interface SupportMemory {
  readonly acts: Acts;
  /** What the shop counts in. */
  readonly currency: Currency;
  /** Mails by the id of their story. */
  readonly cases: Map<EventId, Case>;
  readonly storyOf: Map<MailId, EventId>;
  /** Each customer's last mail that was answered with a question. */
  readonly asked: Map<CustomerId, EventId>;
  readonly orders: Map<OrderId, OrderMemo>;
  readonly ordersOf: Map<CustomerId, OrderId[]>;
  readonly goods: Map<Sku, Goods>;
  readonly histories: Histories;
}

export function openMemory(): SupportMemory {
  return {
    acts: openActs(),
    currency: defaultCurrency,
    cases: new Map(),
    storyOf: new Map(),
    asked: new Map(),
    orders: new Map(),
    ordersOf: new Map(),
    goods: new Map(),
    histories: new Map(),
  };
}

/** A line of history: the day and what was said. */
const line = (event: WorldEvent) => `${new Date(event.at).toISOString().slice(0, 10)}: ${sayEvent(event)}`;

export function remember(memory: SupportMemory, event: WorldEvent): SupportMemory {
  rememberAct(memory.acts, 'support', event);
  rememberHistory(memory.histories, event);
  switch (event.type) {
    case 'CurrencySet':
      return { ...memory, currency: event.data.currency };
    case 'CustomerQuery': {
      const { mailId, customerId, known, query, unverified, inReplyTo } = event.data;
      const before = (inReplyTo && memory.storyOf.get(inReplyTo)) ?? memory.asked.get(customerId) ?? null;
      memory.asked.delete(customerId);
      memory.cases.set(event.correlationId, {
        mailId,
        customerId,
        known,
        letter: query,
        unverified: unverified === true,
        before,
        isReply: inReplyTo !== undefined,
        closed: false,
        lines: [line(event)],
      });
      memory.storyOf.set(mailId, event.correlationId);
      break;
    }
    case 'ReplySent':
    case 'MailFiled':
    case 'Escalated': {
      const isOver = event.type !== 'ReplySent' || !event.data.interim;
      const story = memory.storyOf.get(event.data.mailId);
      const found = story && memory.cases.get(story);
      if (story && event.type === 'ReplySent' && wasQuestion(memory, story))
        memory.asked.set(event.data.customerId, story);
      if (found) memory.cases.set(story, { ...found, closed: isOver, lines: [...found.lines, line(event)] });
      break;
    }
    case 'NewProduct': {
      const { sku, title, productId = null, options = {} } = event.data;
      memory.goods.set(sku, { title, productId, options });
      break;
    }
    case 'OrderPlaced':
    case 'OrderTakenOver': {
      const { orderId, customerId, items } = event.data;
      memory.orders.set(orderId, { customerId, skus: items.map((item) => item.sku), lines: [line(event)] });
      const orders = memory.ordersOf.get(customerId);
      if (orders) orders.push(orderId);
      else memory.ordersOf.set(customerId, [orderId]);
      break;
    }
    case 'OrderConfirmed':
    case 'OrderBackordered':
    case 'OrderShipped':
    case 'OrderDelivered':
    case 'OrderCancelled':
    case 'RefundProcessed':
    case 'ReturnAccepted':
    case 'ExchangeAccepted':
    case 'ItemsChanged':
    case 'AddressChanged':
    case 'PaymentMethodChanged': {
      const memo = memory.orders.get(event.data.orderId);
      const fresh = 'changes' in event.data ? event.data.changes.map((one) => one.newSku) : [];
      if (memo)
        memory.orders.set(event.data.orderId, {
          ...memo,
          skus: [...new Set([...memo.skus, ...fresh])],
          lines: [...memo.lines.slice(-19), line(event)],
        });
      break;
    }
    default:
  }
  return memory;
}

/** One summary per order and per mail instead of every event: each belongs to its customer. Products belong to everybody. */
export function learn(event: WorldEvent, memory: SupportMemory): readonly KnowledgeDocument[] {
  const provenance = { position: event.position, eventId: event.id };
  switch (event.type) {
    case 'NewProduct': {
      const { sku, title, description } = event.data;
      return [
        {
          id: `product:${sku}`,
          text: `${title} (${sku}): ${description}`.slice(0, 600),
          scope: { shared: true },
          provenance,
        },
      ];
    }
    case 'CustomerQuery':
    case 'ReplySent':
    case 'MailFiled':
    case 'Escalated': {
      const found = memory.cases.get(memory.storyOf.get(event.data.mailId) ?? event.correlationId);
      if (!found) return [];
      return [
        { id: `mail:${found.mailId}`, text: found.lines.join('\n'), scope: { customer: found.customerId }, provenance },
      ];
    }
    case 'OrderPlaced':
    case 'OrderTakenOver':
    case 'OrderConfirmed':
    case 'OrderBackordered':
    case 'OrderShipped':
    case 'OrderDelivered':
    case 'OrderCancelled':
    case 'RefundProcessed':
    case 'ReturnAccepted':
    case 'ExchangeAccepted':
    case 'ItemsChanged':
    case 'AddressChanged':
    case 'PaymentMethodChanged': {
      const memo = memory.orders.get(event.data.orderId);
      if (!memo) return [];
      const what = memo.skus.map((sku) => memory.goods.get(sku)?.title ?? sku).join(', ');
      const text = `Order ${event.data.orderId} (${what})\n${memo.lines.join('\n')}`;
      return [{ id: `order:${event.data.orderId}`, text, scope: { customer: memo.customerId }, provenance }];
    }
    default:
      return [];
  }
}

/** True when support's last reply in this story asked something back. */
export function wasQuestion(memory: SupportMemory, story: EventId): boolean {
  return actsOf(memory.acts, story).findLast((act) => act.type === 'ReplyDrafted')?.data['asks'] === true;
}

/**
 * A question wakes support; so does the last answer it waited for, the first news that the rest of them waits for the shopkeeper, and a
 * reply that the world has outrun.
 */
export function wakesOn(event: WorldEvent, memory: SupportMemory): boolean {
  const found = memory.cases.get(event.correlationId);
  if (!found || found.closed) return false;
  if (event.type === 'CustomerQuery') return true;
  const act = answeredBy(memory.acts, event);
  if (!act) return false;
  const acts = actsOf(memory.acts, event.correlationId);
  const asked = acts.filter((one) => askOf(one.type) !== null);
  const isDecided = asked.every((one) => one.answer !== null);
  // What was outrun by a decision is not written anew: that decision wakes by itself.
  if (act.type === 'ReplyDrafted') return wasOutrun(act) && !(isDecided && act.data['interim'] === true);
  if (askOf(act.type) === null) return false;
  if (isDecided) return true;
  const isTold = acts.some((one) => one.data['interim'] === true && !wasOutrun(one));
  return !isTold && asked.every((one) => one.answer !== null || one.parked);
}
