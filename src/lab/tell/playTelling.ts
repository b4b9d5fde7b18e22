import type { AgentName } from '../../contracts';
import { sha256Hex } from '../../kernel';
import { chanceOf, crashesOf, downMs, stepMsOf } from '../scenario/chances';
import { plotOf } from '../scenario/labDay';
import { letterOf } from '../scenario/letters';
import type { LabInput, Scenario } from '../scenario/Scenario';
import { Network } from '../sim/Network';
import { Scheduler } from '../sim/Scheduler';
import { openBook } from '../trace/FrameBook';
import type { SideTrace } from '../trace/Trace';
import { writeWorld } from '../trace/WorldForm';
import { openCounter } from './counter';
import { disagreements, type Copies } from './disagreements';
import { inventoryTeller, type InventoryInput } from './inventory';
import { marketingTeller, type MarketingInput } from './marketing';
import { Outside } from './Outside';
import { supportTeller, type SupportInput } from './support';
import { Teller, type TellerHost } from './Teller';

/** After this long, what nobody is at any more counts as lost. */
const patienceMs = 15_000;
/** A carrier who finds nothing packed, or nothing to deliver, comes again so often. */
const carrierComesAgain = { everyMs: 20_000, times: 3 } as const;

/**
 * Plays a scenario on the telling side. Pure: the same scenario gives the same trace, byte for byte. With `keeps` off only the end is
 * worked out, for searching among many.
 */
export function playTelling(scenario: Scenario, { keeps = true } = {}): SideTrace {
  const { products, inputs } = plotOf(scenario);
  const scheduler = new Scheduler();
  const network = new Network(
    scheduler,
    chanceOf(scenario, 'tell'),
    scenario.faults,
    scenario.byHand.filter((one) => 'side' in one && one.side === 'tell'),
    keeps,
  );
  let retries = 0;
  let steps = 0;
  const book = openBook(network, counters, () => disagreements(copies()).length, keeps);
  const outside = new Outside(
    products,
    () => scheduler.nowMs,
    ({ says, about }) => book.write('referee', 'trouble', says, about),
  );

  const tellers = new Map<AgentName, Teller<unknown, never>>();
  const crashes = crashesOf(scenario, inputs.at(-1)?.atMs ?? 0);
  const host = (agent: AgentName): TellerHost<unknown> => ({
    network,
    peers: tellers,
    stepMs: stepMsOf(scenario, agent),
    retries: scenario.retries,
    mayCrash: crashes.length > 0,
    skewMs: agent === 'marketing' ? scenario.faults.skewMs : 0,
    note: (who, { says, about }) => book.write(who, 'told', says, about),
    lost: (who, says, about) => book.write(who, 'lost', says, about),
    retried: () => (retries += 1),
    done: () => undefined,
  });
  const counter = () => openCounter(products);
  const support = new Teller(
    supportTeller(() => ({ ...counter(), orders: new Map(), answered: new Set() }), outside),
    host('support'),
  );
  const inventory = new Teller(
    inventoryTeller(
      () => ({
        books: new Map(
          products.map(({ sku, qty, lowStockAt }) => [
            sku,
            { onHand: qty, reserved: 0, returned: 0, low: qty <= lowStockAt, lowStockAt },
          ]),
        ),
        orders: new Map(),
      }),
      outside,
    ),
    host('inventory'),
  );
  const marketing = new Teller(
    marketingTeller(
      () => ({
        ...counter(),
        thresholds: new Map(products.map(({ sku, lowStockAt }) => [sku, lowStockAt])),
        posts: products.filter(({ qty }) => qty > 0).map(({ sku }) => `${sku} new-product`),
        withdrawn: [],
        promotions: new Map(),
        owed: new Map(),
      }),
      outside,
    ),
    host('marketing'),
  );
  for (const [name, teller] of [
    ['support', support],
    ['inventory', inventory],
    ['marketing', marketing],
  ] as const)
    tellers.set(name, teller as never);
  const copies = (): Copies => ({ support: support.state, inventory: inventory.state, marketing: marketing.state });

  function counters() {
    const { oversold, leakedCents, untrue } = outside;
    return { oversold, leakedCents, untrue, lostWork: lostWork(), disagreements: disagreements(copies()).length };
  }

  /** Mails that nobody answered, and orders that nobody will pack, some time after they came. */
  function lostWork(): number {
    const before = scheduler.nowMs - patienceMs;
    let lost = 0;
    for (const mail of outside.mails.values()) if (!mail.answered && mail.sinceMs < before) lost += 1;
    for (const [id, order] of outside.orders) {
      if (order.cancelled || order.shipped || order.takenMs >= before) continue;
      const packed = inventory.state.orders.get(id)?.status;
      if (packed !== 'reserved' && packed !== 'waiting') lost += 1;
    }
    return lost;
  }

  function happen(input: LabInput, triesLeft: number = carrierComesAgain.times): void {
    const again = () =>
      triesLeft > 0 && void scheduler.after(carrierComesAgain.everyMs, () => happen(input, triesLeft - 1));
    switch (input.kind) {
      case 'order':
        return input.door === 'shop'
          ? support.take(input satisfies SupportInput)
          : marketing.take(input satisfies MarketingInput);
      case 'mail':
      case 'ask':
        outside.mails.set(input.mail, { sinceMs: scheduler.nowMs, answered: false });
        return support.take({ ...input, ...letterOf(input, products) });
      case 'sale':
        return marketing.take(input);
      case 'restock':
        outside.receive(input.sku, input.qty);
        return inventory.take(input satisfies InventoryInput);
      case 'parcel':
        // Only what was sent can come back.
        return outside.orders.get(input.order)?.delivered ? inventory.take(input) : undefined;
      case 'pickup': {
        const order = outside.orders.get(input.order);
        // The carrier knows what was called off as little as the packer does.
        if (order?.shipped) return;
        inventory.take(input);
        return void again();
      }
      case 'deliver': {
        const order = outside.orders.get(input.order);
        if (order?.delivered || order?.cancelled) return;
        if (!order?.shipped) return void again();
        order.delivered = true;
        return support.take(input);
      }
    }
  }

  network.beginDay();
  for (const input of inputs)
    scheduler.after(input.atMs, () => {
      book.writeInput(input);
      happen(input);
    });
  for (const { agent, atMs } of crashes)
    scheduler.after(atMs, () => {
      const teller = tellers.get(agent)!;
      if (teller.down) return;
      teller.crash();
      book.down(agent, downMs);
      scheduler.after(downMs, () => {
        teller.restart();
        book.write(agent, 'told', 'begins again with what it had saved', []);
      });
    });
  while (scheduler.busy > 0 && scheduler.step()) {
    steps += 1;
    book.sample();
  }
  scheduler.after(patienceMs + 1, () => undefined);
  scheduler.step();
  book.write('referee', 'told', 'the day is over', []);

  const end = counters();
  const world = writeWorld({
    orders: [...support.state.orders].map(([id, one]) => [id, one.status, one.refundedQty, one.backCents]),
    stock: [...inventory.state.books].map(([sku, one]) => [sku, one.onHand, one.reserved, one.returned]),
    mails: [...outside.mails].map(([id, one]) => [id, one.answered]),
    posts: marketing.state.posts,
    promotions: [...marketing.state.promotions].map(([sku, status]) => `${sku} ${status}`),
  });
  return {
    ...book.close(),
    messages: network.messages,
    counters: end,
    costs: { messages: network.sent, retries, refusals: 0, meanWaitMs: 0 },
    stepsToWhy: book.linesToTrouble(),
    world,
    hash: sha256Hex(JSON.stringify([world, end, book.digest(), steps])),
    broken: book.troubles(),
    endMs: scheduler.nowMs,
  };
}
