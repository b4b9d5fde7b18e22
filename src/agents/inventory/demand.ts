/** Units that customers ordered at one moment. */
export interface Sale {
  readonly at: number;
  readonly qty: number;
}

/** How fast something sells, how long its supplier takes, and up to which level it is worth ordering. Days and units. */
export interface Demand {
  readonly sold: number;
  readonly windowDays: number;
  readonly perDay: number;
  readonly leadDays: number;
  /** Where the lead time comes from: arrivals that were seen, what the product says, or nothing at all. */
  readonly leadBy: 'arrivals' | 'product' | 'assumption';
  /** Kept for days that sell more than the average, while the goods are on their way. */
  readonly safety: number;
  readonly target: number;
}

const dayMs = 86_400_000;
/** A window is long enough to be an average and short enough to be about now. */
export const windowDays = { least: 7, most: 28 } as const;
/** How long what is ordered should last once it is here. */
const coverDays = 14;
const assumedLeadDays = 7;
// 19 of 20 lead times pass without running out, if days vary as they did.
const serviceFactor = 1.65;

/**
 * The order-up-to level of a reorder point system with safety stock: average sales × (lead time + cover) + z·σ·√(lead time) (Silver, Pyke
 * and Thomas, Inventory and Production Management in Supply Chains, 4th ed., ch. 6). The safety stock is at least the threshold that
 * the shopkeeper set, and the variation adds at most what sells in a lead time: one big order is no trend.
 */
export function demandOf(about: {
  readonly at: number;
  /** Since when it can be sold. */
  readonly since: number;
  readonly sales: readonly Sale[];
  /** How long each delivery took that was seen, in days. */
  readonly arrivals: readonly number[];
  /** What the product says of its supplier, if anything. */
  readonly statedLeadDays: number | null;
  readonly threshold: number;
}): Demand {
  const age = Math.ceil((about.at - about.since) / dayMs);
  const days = Math.min(windowDays.most, Math.max(windowDays.least, age));
  const perDayOfWindow = new Float64Array(days);
  for (const { at, qty } of about.sales) {
    const daysAgo = Math.floor((about.at - at) / dayMs);
    if (daysAgo >= 0 && daysAgo < days) perDayOfWindow[daysAgo]! += qty;
  }
  const sold = perDayOfWindow.reduce((sum, qty) => sum + qty, 0);
  const perDay = sold / days;
  const deviation = Math.sqrt(perDayOfWindow.reduce((sum, qty) => sum + (qty - perDay) ** 2, 0) / days);
  const [leadDays, leadBy] = leadOf(about.arrivals, about.statedLeadDays);
  const variation = Math.min(serviceFactor * deviation * Math.sqrt(leadDays), perDay * leadDays);
  const safety = Math.max(about.threshold, Math.ceil(variation));
  const used = Math.max(perDay * (leadDays + coverDays), about.threshold * 2, 5);
  return { sold, windowDays: days, perDay, leadDays, leadBy, safety, target: Math.ceil(used) + safety };
}

/** One late parcel is an accident; from the second arrival on, the supplier is believed by what it does. */
function leadOf(arrivals: readonly number[], stated: number | null): readonly [number, Demand['leadBy']] {
  if (arrivals.length >= 2) return [arrivals.reduce((sum, days) => sum + days, 0) / arrivals.length, 'arrivals'];
  return stated === null ? [assumedLeadDays, 'assumption'] : [stated, 'product'];
}

/** What to order, in fives as a supplier packs: up to the target, less what is there, and what waiting customers take at once. */
export function orderQty(target: number, available: number, waiting: number): number {
  return Math.min(10_000, Math.max(5, Math.ceil((target - available + waiting) / 5) * 5));
}

/** The reckoning in words, for the note that goes with a reorder. */
export function sayDemand({ sold, windowDays: days, perDay, leadDays, leadBy, safety, target }: Demand): string {
  const source = { arrivals: 'as seen', product: 'as stated', assumption: 'assumed' }[leadBy];
  return (
    `${sold} ordered in ${days} days (${short(perDay)} a day); ${short(leadDays)} days until goods come (${source}), ${coverDays} to last, ` +
    `${safety} for safety: up to ${target}`
  );
}

const short = (value: number) => String(Math.round(value * 10) / 10);
