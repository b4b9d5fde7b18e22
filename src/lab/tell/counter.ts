import type { AgentName } from '../../contracts';
import type { LabInput } from '../scenario/Scenario';
import type { Outside } from './Outside';
import type { Handled } from './Teller';

/** What whoever sells keeps: levels as told, less what it sold since; prices; and orders that wait, so that nobody is overtaken. */
export interface Counter {
  readonly levels: Map<string, { available: number; stampMs: number }>;
  readonly prices: Map<string, number>;
  readonly waiting: Map<string, string>;
}

/** A copy of the world in the morning, when everybody was briefed. */
export function openCounter(products: readonly { sku: string; priceCents: number; qty: number }[]): Counter {
  return {
    levels: new Map(products.map(({ sku, qty }) => [sku, { available: qty, stampMs: -1e9 }])),
    prices: new Map(products.map(({ sku, priceCents }) => [sku, priceCents])),
    waiting: new Map(),
  };
}

/** A customer stands there: it is answered at once, from the own copy, and the others are told. */
export function sell(
  state: Counter,
  { order, who, sku, qty }: Extract<LabInput, { kind: 'order' }>,
  nowMs: number,
  outside: Outside,
  others: readonly AgentName[],
  write: (status: 'confirmed' | 'backordered', cents: number) => void,
): Handled {
  const cents = (state.prices.get(sku) ?? 0) * qty;
  const level = state.levels.get(sku);
  const queued = [...state.waiting.values()].includes(sku);
  const isThere = level !== undefined && level.available >= qty && !queued;
  if (isThere) state.levels.set(sku, { available: level.available - qty, stampMs: nowMs });
  else state.waiting.set(order, sku);
  write(isThere ? 'confirmed' : 'backordered', cents);
  const message = { tell: isThere ? 'sold' : 'waiting', order, who, sku, qty, cents } as const;
  return {
    says: isThere
      ? `sells ${qty} × ${sku} to ${who}: order ${order}`
      : `takes order ${order} of ${who}; it waits for ${sku}`,
    about: [`order:${order}`, `sku:${sku}`],
    does: () => outside.take(order, sku, qty, cents, isThere),
    tells: others.map((to) => ({ to, message })),
  };
}
