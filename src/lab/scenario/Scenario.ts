import { z } from 'zod';
import { agents } from '../../contracts';

const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,23}$/);
const atMs = z.int().min(0).max(1_800_000);
const few = z.int().min(1).max(99);
const percent = z.int().min(0).max(90);
const agent = z.enum(agents);

/** Something that happens to the shop from outside. Both sides get the same, at the same moments. */
export const labInput = z.discriminatedUnion('kind', [
  /** A customer buys, in the shop (support's counter) or under a post (marketing's). Paid at once. */
  z.strictObject({
    kind: z.literal('order'),
    atMs,
    order: id,
    who: id,
    sku: id,
    qty: few,
    door: z.enum(['shop', 'post']),
  }),
  z.strictObject({ kind: z.literal('pickup'), atMs, order: id }),
  z.strictObject({ kind: z.literal('deliver'), atMs, order: id }),
  z.strictObject({
    kind: z.literal('mail'),
    atMs,
    mail: id,
    who: id,
    about: z.enum(['broken', 'cancel', 'where']),
    order: id,
  }),
  z.strictObject({ kind: z.literal('ask'), atMs, mail: id, who: id, sku: id }),
  z.strictObject({ kind: z.literal('restock'), atMs, sku: id, qty: few }),
  z.strictObject({ kind: z.literal('parcel'), atMs, order: id, sku: id, qty: few }),
  z.strictObject({ kind: z.literal('sale'), atMs, sku: id, percentOff: z.int().min(5).max(90) }),
]);
export type LabInput = z.infer<typeof labInput>;

/** What the network and the threads suffer. Rates are per message, in percent. */
export const faults = z.strictObject({
  lossPercent: percent,
  delayMs: z.int().min(0).max(10_000),
  doublePercent: percent,
  reorderPercent: percent,
  /** So many crashes, of any agent, at any moment of the day. */
  crashes: z.int().min(0).max(20),
  /** This agent works so many times slower; nobody does at 1. */
  slowAgent: agent,
  slowTimes: z.int().min(1).max(50),
  /** How far marketing's clock is ahead, in milliseconds; negative: behind. */
  skewMs: z.int().min(-600_000).max(600_000),
});
export type Faults = z.infer<typeof faults>;

/** What a person did by hand. `message` is the number of a message on that side. */
export const handFault = z.union([
  z.strictObject({
    side: z.enum(['tell', 'shared']),
    kind: z.enum(['drop', 'double', 'delay']),
    message: z.int().min(1).max(1e6),
  }),
  z.strictObject({
    side: z.enum(['tell', 'shared']),
    kind: z.literal('swap'),
    message: z.int().min(1).max(1e6),
    with: z.int().min(1).max(1e6),
  }),
  /** A crash happens on both sides at that moment. */
  z.strictObject({ kind: z.literal('crash'), agent, atMs }),
]);
export type HandFault = z.infer<typeof handFault>;

const product = z.strictObject({
  sku: id,
  title: z.string().min(1).max(40),
  priceCents: z.int().min(1).max(1e6),
  lowStockAt: z.int().min(0).max(99),
  qty: z.int().min(0).max(99),
});
export type LabProduct = z.infer<typeof product>;

/** The whole of a run: with it, both sides are repeatable to the byte. */
export const scenario = z.strictObject({
  v: z.literal(1),
  seed: z.int().min(0).max(0xffffffff),
  play: z.discriminatedUnion('kind', [
    /** A day that follows from the seed: `gapMs` is about the time between two customers. */
    z.strictObject({ kind: z.literal('day'), minutes: z.int().min(1).max(20), gapMs: z.int().min(200).max(60_000) }),
    z.strictObject({
      kind: z.literal('script'),
      products: z.array(product).max(8),
      inputs: z.array(labInput).max(200),
    }),
  ]),
  faults,
  byHand: z.array(handFault).max(200),
  /** How often the telling side sends again when nobody confirms. */
  retries: z.int().min(0).max(9),
});
export type Scenario = z.infer<typeof scenario>;

/** Nothing is wrong with the network and the threads. */
export const noFaults: Faults = {
  lossPercent: 0,
  delayMs: 0,
  doublePercent: 0,
  reorderPercent: 0,
  crashes: 0,
  slowAgent: 'marketing',
  slowTimes: 1,
  skewMs: 0,
};
