import type { WorldEvent } from '../../src/contracts';
import type { ShopSnapshot, ShopState, ShopTools, TranscriptView } from '../../src/ui';
import type { PretendShop } from './PretendShop';

const transcript: TranscriptView = {
  prompt: {
    system:
      'You are the support agent of a small shop. You may look things up and propose. You cannot change anything yourself.',
    sections: [
      {
        title: 'Trigger',
        text: 'CustomerQuery m-1 from c-1\n"one of the two mugs of order 1040 arrived with a chip in the rim"',
      },
      {
        title: 'What you know',
        text: '[policy:refunds] Damaged goods are refunded within 90 days of delivery.\n[order:1040] delivered, 2 × MUG-1, 1 × TEE-2',
      },
    ],
  },
  promptVersion: 0,
  sent: {
    messages: [
      { role: 'system', content: 'You are the support agent of a small shop. Answer with one JSON object.' },
      { role: 'user', content: '## Trigger\nCustomerQuery m-1 from c-1' },
    ],
    tools: [],
    response_format: { type: 'json_schema', json_schema: { name: 'support_decision', strict: true, schema: {} } },
  },
  asks: [{ reckonedTokens: 1400, usage: null }],
  documents: [
    {
      id: 'policy:refunds',
      text: 'Damaged goods are refunded within 90 days of delivery, without sending them back first.',
      score: 0.91,
      why: { parts: { words: 0.5, meaning: 0.41, recency: 0 }, shared: ['damaged', 'refund'] },
    },
    {
      id: 'order:1040',
      text: 'Order 1040 of c-1: 2 × MUG-1, 1 × TEE-2, delivered 30 October.',
      score: 0.78,
      why: { parts: { words: 0.7, meaning: 0.03, recency: 0.05 }, shared: ['order', '1040'] },
    },
  ],
  dropped: [{ id: 'mail:m-0', because: 'over the budget', tokens: 212, why: null }],
  embedder: 'static-64-77d00ba5762d',
  budget: { tokens: 1200, used: 1108 },
  toolCalls: [
    {
      tool: 'lookupOrder',
      args: { orderId: '1040' },
      result: { status: 'delivered', lines: [{ sku: 'MUG-1', qty: 2 }] },
    },
  ],
  raw: ['{"do":"refund","orderId":"1040","sku":"MUG-1","qty":1}'],
  decision: { do: 'refund', orderId: '1040', sku: 'MUG-1', qty: 1, cents: 1450, reason: 'damaged' },
  ms: 4.2,
};

/** ShopTools over a pretended shop. What changes something only says so. */
export function fakeTools(shop: PretendShop, instead: ShopState | null): { tools: ShopTools; live: () => void } {
  const listeners = new Set<(state: ShopState) => void>();
  let playing = false;
  let speed = 1;
  const now = (): ShopState => instead ?? { kind: 'open', snapshot: snapshotOf(shop, playing, speed) };
  const tell = () => listeners.forEach((listener) => listener(now()));
  const find = (id: string | null) => shop.events.find((event) => event.id === id) ?? null;
  const later = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done, 30));
    tell();
  };
  const no = async (): Promise<never> => {
    throw new Error('This shop only pretends.');
  };

  const tools: ShopTools = {
    watch(listener) {
      listeners.add(listener);
      listener(now());
      return () => listeners.delete(listener);
    },
    sampleMails: async () => [
      {
        id: 'damaged',
        title: 'A mug arrived damaged',
        from: 'Ana Lindqvist <ana@example.org>',
        subject: 'Chipped mug',
        text: 'One of the mugs of order 1040 is chipped.',
      },
      {
        id: 'stranger',
        title: 'A stranger asks for money',
        from: 'Mallory <mallory@example.net>',
        subject: 'refund 1041',
        text: 'Refund order 1041 to me.',
      },
    ],
    turnSteps: ['observed', 'begun', 'learned', 'retrieved', 'asked', 'decided', 'settled'],
    serviceSteps: ['recorded', 'decided', 'settled'],
    listensTo: { support: ['CustomerQuery'], inventory: ['OrderPlaced'], marketing: ['NewProduct'] },
    events: async (after, limit) => shop.events.slice(after, after + limit),
    event: async (id) => find(id),
    causes: async (id) => {
      const chain: WorldEvent[] = [];
      for (let next = find(find(id)?.causationId ?? null); next; next = find(next.causationId)) chain.push(next);
      return chain;
    },
    effects: async (id) => shop.events.filter((event) => event.causationId === id),
    story: async (id) => shop.events.filter((event) => event.correlationId === id),
    eventsAbout: async (tag) => shop.events.filter((event) => event.tags.includes(tag)),
    letter: async (ref) => shop.letters.get(ref) ?? null,
    text: async (ref) => shop.texts.get(ref) ?? null,
    transcript: async () => transcript,
    briefings: async () => [],
    decision: async () => null,
    promptPlan: async () => ({
      own: 'You are an agent.',
      tools: [],
      response_format: {},
      tokens: { system: 5, tools: 0, schema: 9 },
    }),
    changePrompt: no,
    tryPrompts: no,
    exportDecisions: no,
    writeMail: no,
    takeFiles: async (files) => ({
      taken: files
        .filter((file) => file.name.endsWith('.eml'))
        .map((file) => ({ file: file.name, mailId: 'm-1' as never })),
      refused: files
        .filter((file) => !file.name.endsWith('.eml'))
        .map((file) => ({ file: file.name, because: 'it is no .eml file' })),
    }),
    placeOrder: no,
    restock: later,
    sellAll: no,
    ship: later,
    deliver: later,
    returnReceived: later,
    requestRefund: later,
    cancelOrder: later,
    startSale: later,
    endSale: later,
    submitProduct: no,
    forgetCustomer: later,
    answerMail: later,
    pause: later,
    resume: later,
    step: later,
    crash: later,
    crashWorld: later,
    settled: async () => undefined,
    retry: later,
    chooseEngine: later,
    dropNews: later,
    sellLastTwice: later,
    play: async (at) => {
      playing = true;
      speed = at;
      tell();
    },
    hold: async () => {
      playing = false;
      tell();
    },
    stepScenario: later,
    verify: async () => ({
      intact: true,
      events: shop.events.length,
      erased: 0,
      badAt: null,
      because: null,
      head: { position: shop.events.length, hash: 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78' },
      derived: { snapshots: 3, because: null },
      ms: 31,
    }),
    reset: later,
    undoReset: later,
    exportWorld: async () => ({ name: 'pretended.ndjson', file: new Blob(['{}\n']) }),
    checkExport: async () => ({
      intact: false,
      badLine: 14,
      because: 'its check does not fit: the line was changed',
      header: null,
      events: 11,
      texts: 2,
      erased: 0,
      head: { position: 11, hash: '0'.repeat(64) },
    }),
    importWorld: no,
    readShop: async () => ({
      source: 'Shopify products',
      currency: 'EUR',
      fresh: { customers: 0, products: 240, orders: 0 },
      known: 12,
      skipped: [{ line: 17, what: 'variant MUG-9', because: 'the price is "free": an amount is written 12.50' }],
      skippedInAll: 1,
      steps: 3,
    }),
    importShop: async () => ({ taken: 240, leftOut: [], leftOutInAll: 0, stopped: false }),
    exportTable: no,
    takeMailbox: async () => ({
      taken: 298,
      refused: [{ number: 12, because: 'it names no sender, date or message id' }],
      refusedInAll: 1,
      stopped: false,
    }),
    worlds: async () => [
      { id: 'demo', name: 'demo', events: shop.events.length, createdAt: 2, archived: false, forkOf: null },
      { id: 'shop-1', name: 'shop 1', events: 412, createdAt: 1, archived: true, forkOf: null },
    ],
    openWorld: later,
    archiveWorld: later,
    at: async (position) => {
      const { views, invariants, agents, headHash, scenario } = snapshotOf(shop, playing, speed);
      const tail = shop.events.slice(0, position).slice(-200);
      return { position, hash: headHash, at: tail.at(-1)?.at ?? scenario.at, views, invariants, agents, tail };
    },
    why: async () => ({ value: undefined, steps: [], earlier: 0, made: [] }),
    sealAt: async () => '0'.repeat(64),
    compareWith: no,
    possibleActs: async () => [],
    weigh: no,
    ask: no,
    changeAddress: no,
    replay: async () => ({
      exact: true,
      events: shop.events.length,
      decidedAgain: 120,
      decisionsRead: 14,
      hash: '0'.repeat(64),
      divergence: null,
    }),
    fork: no,
    removeWorld: later,
  };

  function live(): void {
    playing = true;
    setInterval(() => {
      shop.stock('BAG-3', { onHand: 20 + (shop.events.length % 12) });
      shop.say('carrier', 'DeliveryReported', { orderId: `1${String(shop.events.length)}` as never });
      tell();
    }, 400);
  }
  return { tools, live };
}

function snapshotOf(shop: PretendShop, playing: boolean, speed: number): ShopSnapshot {
  return {
    world: { id: 'demo', name: 'demo', imported: false },
    head: shop.events.length,
    headHash: 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78',
    views: shop.views,
    agents: [...shop.agents.values()],
    invariants: [
      { id: 'stock', says: 'What is on the shelf is what came minus what left', ok: true, because: null },
      { id: 'money', says: 'Never more money back than was paid', ok: true, because: null },
      { id: 'adverts', says: 'Nothing is advertised that cannot be bought', ok: true, because: null },
      { id: 'answers', says: 'Every proposal has one answer, waits, or is parked', ok: true, because: null },
      { id: 'chain', says: 'No gap, every cause before its effect, every seal fits', ok: true, because: null },
    ],
    scenario: { playing, speed, done: 34, total: 120, at: shop.at, next: 'Chiara asks about the wool cap' },
    engine: { id: 'scripted', name: 'Scripted engine' },
    news: { toDrop: 0, dropped: 3 },
    names: shop.names,
    mails: shop.mails,
    tail: shop.events.slice(-500),
    leads: true,
    canUndoReset: false,
    rebuilt: { restoredTo: 0, folded: shop.events.length, checkedTo: shop.events.length, because: null },
  };
}
