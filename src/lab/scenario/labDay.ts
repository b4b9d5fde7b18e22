import { seededRandom } from '../../kernel';
import type { LabInput, LabProduct, Scenario } from './Scenario';

const names = ['Amara', 'Ben', 'Chloe', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'];

/** What the lab's shop sells: few of everything, so that the last one is never far. */
export const labProducts: readonly LabProduct[] = [
  { sku: 'MUG-1', title: 'Enamel mug', priceCents: 1450, lowStockAt: 2, qty: 5 },
  { sku: 'TEE-2', title: 'Cotton tee', priceCents: 2400, lowStockAt: 1, qty: 3 },
  { sku: 'LAMP-3', title: 'Desk lamp', priceCents: 5900, lowStockAt: 1, qty: 2 },
];

/** What a scenario's shop sells and what happens to it, in order of time. A day follows from the seed alone. */
export function plotOf({ seed, play }: Scenario): {
  readonly products: readonly LabProduct[];
  readonly inputs: readonly LabInput[];
} {
  if (play.kind === 'script')
    return { products: play.products, inputs: play.inputs.toSorted((a, b) => a.atMs - b.atMs) };
  return { products: labProducts, inputs: dayOf(seed, play.minutes * 60_000, play.gapMs) };
}

function dayOf(seed: number, lengthMs: number, gapMs: number): LabInput[] {
  const random = seededRandom(seed ^ 0x1ab);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const inputs: LabInput[] = [];
  let atMs = 1_000;
  let orders = 0;
  let mails = 0;
  const sold: { order: string; who: string; sku: string; stage: number }[] = [];
  const onSale = new Set<string>();
  while (atMs < lengthMs - 30_000) {
    const roll = random();
    const { sku } = pick(labProducts);
    const who = pick(names);
    const waiting = sold.filter((one) => one.stage < 2);
    const some = pick(waiting.length ? waiting : [null]);
    if (roll < 0.34 || !some) {
      const order = `${1001 + orders++}`;
      inputs.push({ kind: 'order', atMs, order, who, sku, qty: 1, door: random() < 0.5 ? 'shop' : 'post' });
      sold.push({ order, who, sku, stage: 0 });
    } else if (roll < 0.62) {
      const { order } = some;
      if (some.stage === 0) inputs.push({ kind: 'pickup', atMs, order });
      else inputs.push({ kind: 'deliver', atMs, order });
      some.stage += 1;
    } else if (roll < 0.72) {
      const about = some.stage === 0 ? 'cancel' : 'where';
      inputs.push({ kind: 'mail', atMs, mail: `m${++mails}`, who: some.who, about, order: some.order });
      if (about === 'cancel') some.stage = 9;
    } else if (roll < 0.8) {
      const got = sold.find((one) => one.stage === 2);
      if (got) {
        inputs.push({ kind: 'mail', atMs, mail: `m${++mails}`, who: got.who, about: 'broken', order: got.order });
        inputs.push({ kind: 'parcel', atMs: atMs + 20_000, order: got.order, sku: got.sku, qty: 1 });
        got.stage = 9;
      }
    } else if (roll < 0.87) inputs.push({ kind: 'ask', atMs, mail: `m${++mails}`, who, sku });
    else if (roll < 0.96 || onSale.has(sku))
      inputs.push({ kind: 'restock', atMs, sku, qty: 1 + Math.floor(random() * 2) });
    else {
      inputs.push({ kind: 'sale', atMs, sku, percentOff: 20 });
      onSale.add(sku);
    }
    atMs += Math.round(gapMs * (0.5 + random()));
  }
  return inputs.toSorted((a, b) => a.atMs - b.atMs);
}
