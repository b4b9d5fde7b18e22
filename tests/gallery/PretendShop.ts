import type {
  Actor,
  AgentName,
  CustomerId,
  DataOf,
  EventId,
  EventType,
  MailId,
  OrderId,
  Ref,
  Sku,
  WorldEvent,
} from '../../src/contracts';
import { contractOf, agents } from '../../src/contracts';
import type { AgentRow, OrderRow, StockRow, Views } from '../../src/projections';
import type { AgentStatus, LetterView } from '../../src/ui';

interface Said {
  readonly cause?: WorldEvent | null;
  readonly answers?: WorldEvent;
}

/** A shop that only pretends: events are pushed in by hand and the views are changed beside them. For looking at screens. */
export class PretendShop {
  readonly events: WorldEvent[] = [];
  readonly texts = new Map<Ref, string>();
  readonly letters = new Map<Ref, LetterView>();
  readonly mails: Record<string, { from: string; subject: string }> = {};
  readonly names: Record<string, string> = {};
  readonly agents = new Map<AgentName, AgentStatus>();
  readonly views: Views = {
    orders: new Map(),
    stock: new Map(),
    products: new Map(),
    inbox: new Map(),
    campaigns: { posts: new Map(), promotions: new Map(), drafts: new Map() },
    customers: new Map(),
    proposals: { waiting: new Map(), answered: new Map(), acceptedCount: 0, refusedCount: 0 },
    turns: new Map(),
    ledger: { entries: new Map(), methods: new Map() },
    approvals: new Map(),
    house: { policies: new Map(), currency: 'EUR' },
    prompts: new Map(),
    documents: new Map(),
    verdicts: { rates: new Map(), waiting: new Map(), latest: new Map() },
  };
  at = Date.UTC(2026, 10, 2, 8, 30);
  #refs = 0;

  constructor() {
    for (const name of agents) {
      this.agents.set(name, { name, state: 'idle', lag: 0, checkpoint: 0, step: null, trigger: null });
      this.views.turns.set(name, {
        agent: name,
        paused: false,
        crashes: 0,
        decisions: 0,
        lastDecision: null,
        failures: [],
        engine: null,
        changedAt: 0,
      });
    }
  }

  ref(): Ref {
    return (++this.#refs).toString(16).padStart(64, '0') as Ref;
  }

  text(words: string): Ref {
    const ref = this.ref();
    this.texts.set(ref, words);
    return ref;
  }

  say<T extends EventType>(by: Actor, type: T, data: DataOf<T>, { cause = null, answers }: Said = {}): WorldEvent {
    this.at += 1000 + ((this.events.length * 7919) % 47_000);
    const contract = contractOf(type);
    const position = this.events.length + 1;
    const id = `${by}-${position.toString(16).padStart(6, '0')}` as EventId;
    const event = {
      world: 'demo',
      position,
      id,
      kind: contract.kind,
      type,
      version: 1,
      topic: contract.topic,
      tags: contract.tags(data),
      data,
      at: this.at,
      by,
      external: cause === null,
      causationId: cause?.id ?? null,
      correlationId: cause?.correlationId ?? id,
      ...(answers && { answers: answers.id }),
      ...(contract.kind === 'proposal' && cause && { basis: position - 1 }),
    } as unknown as WorldEvent;
    this.events.push(event);
    return event;
  }

  product(sku: string, title: string, priceCents: number, onHand: number, threshold = 5): void {
    const id = sku as Sku;
    const submitted = this.say('shopkeeper', 'ProductSubmitted', {
      sku: id,
      title,
      description: title,
      priceCents,
      lowStockAt: threshold,
    });
    this.say(
      'catalogue',
      'NewProduct',
      { sku: id, title, description: title, priceCents, lowStockAt: threshold },
      { cause: submitted, answers: submitted },
    );
    this.views.products.set(id, {
      sku: id,
      title,
      description: title,
      productId: id,
      options: {},
      priceCents,
      sale: null,
      changedAt: this.events.length,
    });
    const row = {
      sku: id,
      onHand,
      reserved: 0,
      returned: 0,
      available: onHand,
      threshold,
      low: false,
      onTheWay: null,
      waiting: [],
      changedAt: 0,
    };
    this.views.stock.set(id, row);
  }

  stock(sku: string, change: Partial<StockRow>): StockRow {
    const row = this.views.stock.get(sku as Sku);
    if (!row) throw new Error(`no ${sku}`);
    const next = { ...row, ...change };
    const whole = { ...next, available: next.onHand - next.reserved, changedAt: this.events.length };
    this.views.stock.set(row.sku, whole);
    return whole;
  }

  customer(id: string, name: string): void {
    const customerId = id as CustomerId;
    const profile = this.ref();
    const introduced = this.say('shopkeeper', 'CustomerIntroduced', { customerId, profile });
    this.say('mailroom', 'CustomerRegistered', { customerId, profile }, { cause: introduced, answers: introduced });
    this.names[id] = name;
    this.views.customers.set(customerId, { customerId, profile, orders: [], changedAt: this.events.length });
  }

  order(id: string, customer: string, items: readonly [sku: string, qty: number][]): WorldEvent {
    const orderId = id as OrderId;
    const customerId = customer as CustomerId;
    const wanted = items.map(([sku, qty]) => ({ sku: sku as Sku, qty }));
    const bought = wanted.map((item) => ({ ...item, unitCents: this.views.products.get(item.sku)?.priceCents ?? 0 }));
    const submitted = this.say('customer', 'OrderSubmitted', { orderId, customerId, items: wanted });
    const placed = this.say(
      'order-state',
      'OrderPlaced',
      { orderId, customerId, items: bought },
      { cause: submitted, answers: submitted },
    );
    const totalCents = bought.reduce((sum, item) => sum + item.qty * item.unitCents, 0);
    const lines = bought.map((item) => ({ ...item, refundedQty: 0, refundedCents: 0, returnedQty: 0 }));
    this.row(orderId, {
      orderId,
      customerId,
      status: 'placed',
      lines,
      totalCents,
      paidCents: 0,
      paidBackCents: 0,
      paidBy: [],
      address: null,
      itemsChanged: false,
      exchange: 'none',
      refund: 'none',
      placedAt: this.at,
      deliveredAt: null,
      lastEvent: placed.id,
      changedAt: placed.position,
    });
    return placed;
  }

  row(id: string, change: Partial<OrderRow>): OrderRow {
    const row = { ...this.views.orders.get(id as OrderId), ...change, changedAt: this.events.length } as OrderRow;
    this.views.orders.set(row.orderId, row);
    return row;
  }

  mail(id: string, customer: string | null, from: LetterView['from'], subject: string, words: string): WorldEvent {
    const mailId = id as MailId;
    const customerId = customer as CustomerId | null;
    const letter = this.ref();
    this.letters.set(letter, { from, subject, text: words, attachments: [] });
    this.mails[id] = { from: from.name, subject };
    const received = this.say('customer', 'MailReceived', { mailId, customerId, letter, attachments: 0 });
    const visitor = `visitor-${id}` as CustomerId;
    const query = { mailId, customerId: customerId ?? visitor, known: customerId !== null, query: letter };
    const asked = this.say('mailroom', 'CustomerQuery', query, { cause: received, answers: received });
    this.views.inbox.set(mailId, {
      mailId,
      customerId,
      letter,
      status: 'open',
      reply: null,
      because: null,
      receivedAt: this.at,
      correlationId: received.id,
      lastEvent: asked.id,
      changedAt: asked.position,
    });
    return asked;
  }

  decide(agent: AgentName, trigger: WorldEvent, summary: string, proposals: number): WorldEvent {
    const transcript = this.ref();
    const documents = ['policy:refunds', 'order:1040', 'mail:m-1'];
    const data = {
      agent,
      trigger: trigger.id,
      engine: 'scripted',
      model: 'scripted-1',
      seed: 1,
      documents,
      transcript,
      proposals,
      summary,
    };
    const decided = this.say(agent, 'AgentDecided', data, { cause: trigger });
    this.turn(agent, { lastDecision: { id: decided.id, summary, transcript, at: this.at } });
    return decided;
  }

  turn(agent: AgentName, change: Partial<AgentRow>): void {
    const row = this.views.turns.get(agent);
    if (row) this.views.turns.set(agent, { ...row, ...change, changedAt: this.events.length });
  }
}
