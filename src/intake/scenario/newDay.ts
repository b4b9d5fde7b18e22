import type { Letter } from '../../contracts';
import type { Random } from '../../kernel';
import type { ProductInput, ScenarioInput, Wanted } from '../ScenarioInput';
import type { Person } from './cast';
import type { Words } from './letters';

/** One thing that happens: `says` is for the line that tells what comes next. */
export interface ScenarioStep {
  /** 1, 2, 3 … */
  readonly n: number;
  /** Virtual milliseconds since the day began. */
  readonly atMs: number;
  readonly says: string;
  readonly input: ScenarioInput;
}

/** Writes a day down step by step; it knows what an order comes to, so that payments fit. */
export interface Day {
  readonly steps: readonly ScenarioStep[];
  /** Lets about this much time pass; how exactly is up to chance. */
  wait(seconds: number): void;
  meet(person: Person): void;
  offer(product: ProductInput): void;
  stock(sku: string, qty: number): void;
  order(orderId: string, person: Person, ...items: Wanted[]): void;
  pay(orderId: string): void;
  ship(orderId: string): void;
  deliver(orderId: string): void;
  mail(from: Pick<Person, 'name' | 'address'>, about: string, words: Words, attachments?: Letter['attachments']): void;
  comesBack(orderId: string, sku: string, qty: number): void;
  supplies(sku: string, qty: number): void;
  sale(sku: string, percentOff: number): void;
  saleEnds(sku: string): void;
  price(sku: string, priceCents: number): void;
}

/** An empty day. */
export function newDay(random: Random): Day {
  const steps: ScenarioStep[] = [];
  const prices = new Map<string, number>();
  const sales = new Map<string, number>();
  const orders = new Map<string, { first: string; cents: number }>();
  let atMs = 0;
  let mails = 0;

  const add = (says: string, input: ScenarioInput): void => {
    steps.push({ n: steps.length + 1, atMs, says, input });
  };
  // The rule of the Catalogue service; were it ever to differ, `toDrafts` takes what the order owes.
  const unitCents = (sku: string): number => {
    const price = prices.get(sku) ?? 0;
    const percentOff = sales.get(sku);
    return percentOff === undefined ? price : Math.max(1, Math.round((price * (100 - percentOff)) / 100));
  };
  const buyer = (orderId: string): string => orders.get(orderId)?.first ?? 'a customer';

  return {
    steps,
    wait: (seconds) => {
      atMs += Math.round(seconds * (8 + random() * 4)) * 100;
    },
    meet: ({ customerId, name, first, address }) =>
      add(`${first} becomes a customer`, { kind: 'introduceCustomer', customerId, profile: { name, address } }),
    offer: ({ sku, title, description, priceCents, lowStockAt }) => {
      prices.set(sku, priceCents);
      add(`The shop takes in a product: ${title}`, {
        kind: 'submitProduct',
        sku,
        title,
        description,
        priceCents,
        lowStockAt,
      });
    },
    stock: (sku, qty) => add(`${qty} × ${sku} come in`, { kind: 'receiveStock', sku, qty }),
    order: (orderId, { customerId, first }, ...items) => {
      orders.set(orderId, { first, cents: items.reduce((sum, { sku, qty }) => sum + unitCents(sku) * qty, 0) });
      const list = items.map(({ sku, qty }) => `${qty} × ${sku}`).join(', ');
      add(`${first} orders ${list}`, { kind: 'submitOrder', orderId, customerId, items });
    },
    pay: (orderId) =>
      add(`${buyer(orderId)} pays order ${orderId}`, {
        kind: 'capturePayment',
        orderId,
        cents: orders.get(orderId)?.cents ?? 1,
      }),
    ship: (orderId) =>
      add(`The carrier picks up order ${orderId} for ${buyer(orderId)}`, { kind: 'reportShipment', orderId }),
    deliver: (orderId) =>
      add(`The carrier delivers order ${orderId} to ${buyer(orderId)}`, { kind: 'reportDelivery', orderId }),
    mail: ({ name, address }, about, { subject, text }, attachments = []) => {
      mails += 1;
      const letter = { from: { name, address }, subject, text, writtenAt: null, messageId: null, attachments };
      add(about, { kind: 'receiveMail', mailId: `m-${mails}`, letter });
    },
    comesBack: (orderId, sku, qty) =>
      add(`A parcel comes back from ${buyer(orderId)}: ${qty} × ${sku} of order ${orderId}`, {
        kind: 'returnArrives',
        orderId,
        sku,
        qty,
      }),
    supplies: (sku, qty) => add(`The supplier delivers ${sku}`, { kind: 'supplierDelivers', sku, qty }),
    sale: (sku, percentOff) => {
      sales.set(sku, percentOff);
      add(`A sale begins: ${percentOff} % off ${sku}`, { kind: 'requestSale', saleId: `s-${sku}`, sku, percentOff });
    },
    saleEnds: (sku) => {
      sales.delete(sku);
      add(`The sale of ${sku} ends`, { kind: 'endSale', saleId: `s-${sku}`, sku });
    },
    price: (sku, priceCents) => {
      prices.set(sku, priceCents);
      add(`${sku} gets a new price`, { kind: 'priceChange', sku, priceCents });
    },
  };
}
