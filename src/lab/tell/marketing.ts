import type { LabInput } from '../scenario/Scenario';
import { sell, type Counter } from './counter';
import type { Outside } from './Outside';
import { heardLevel } from './support';
import type { Handled, TellerBrain } from './Teller';

/** Marketing's copy of the world. */
export interface MarketingState extends Counter {
  readonly thresholds: Map<string, number>;
  /** What is out: `MUG-1 sale`. */
  posts: string[];
  /** What was taken back because there was none left, to be said again when there is. */
  withdrawn: string[];
  readonly promotions: Map<string, 'running' | 'paused'>;
  /** What is owed for a sale until there is something to sell. */
  readonly owed: Map<string, { post: boolean; promotion: boolean }>;
}

export type MarketingInput = Extract<LabInput, { kind: 'order' | 'sale' }>;

const isAbout = (sku: string) => (post: string) => post.startsWith(`${sku} `);

/** Marketing: sells under its posts, promotes sales, pauses what runs low. It knows of stock what it was told. */
export function marketingTeller(
  open: () => MarketingState,
  outside: Outside,
): TellerBrain<MarketingState, MarketingInput> {
  const available = (state: MarketingState, sku: string) => state.levels.get(sku)?.available ?? 0;
  const isLow = (state: MarketingState, sku: string) => available(state, sku) <= (state.thresholds.get(sku) ?? 0);

  /** What is due for a product now: a post when there is some, a promotion when it is not low. */
  function doOwed(state: MarketingState, sku: string): Handled | null {
    const owed = state.owed.get(sku);
    const said: string[] = [];
    if (available(state, sku) > 0 && state.withdrawn.some(isAbout(sku))) {
      state.posts.push(...state.withdrawn.filter(isAbout(sku)));
      state.withdrawn = state.withdrawn.filter((post) => !isAbout(sku)(post));
      said.push('its posts again');
    }
    if (owed?.post && available(state, sku) > 0) {
      owed.post = false;
      state.posts.push(`${sku} sale`);
      said.push('a post');
    }
    if (owed?.promotion && !isLow(state, sku)) {
      owed.promotion = false;
      state.promotions.set(sku, 'running');
      said.push('a promotion');
    }
    if (state.promotions.get(sku) === 'paused' && !isLow(state, sku)) {
      state.promotions.set(sku, 'running');
      said.push('its promotion again');
    }
    if (said.length === 0) return null;
    const says = `puts out ${said.join(' and ')} for ${sku}`;
    return { says, about: [`sku:${sku}`], does: () => outside.offer(`marketing ${says}`, sku) };
  }

  /** What is sold out is no longer advertised. */
  function takeBack(state: MarketingState, sku: string): Handled | null {
    if (available(state, sku) > 0 || !state.posts.some(isAbout(sku))) return null;
    state.withdrawn.push(...state.posts.filter(isAbout(sku)));
    state.posts = state.posts.filter((post) => !isAbout(sku)(post));
    return { says: `takes back what it posted about ${sku}: sold out`, about: [`sku:${sku}`] };
  }

  return {
    name: 'marketing',
    open,
    onInput(state, input, nowMs) {
      if (input.kind === 'order') {
        const sold = sell(state, input, nowMs, outside, ['inventory', 'support'], () => undefined);
        const taken = takeBack(state, input.sku);
        return taken ? { ...sold, says: `${sold.says}, and ${taken.says}` } : sold;
      }
      const { sku, percentOff } = input;
      const cents = Math.max(1, Math.round(((state.prices.get(sku) ?? 0) * (100 - percentOff)) / 100));
      state.prices.set(sku, cents);
      state.owed.set(sku, { post: true, promotion: true });
      const done = doOwed(state, sku);
      return {
        says: done?.says ?? `has nothing of ${sku} to promote yet`,
        about: [`sku:${sku}`],
        ...(done?.does ? { does: done.does } : {}),
        tells: [{ to: 'support', message: { tell: 'price', sku, cents } }],
      };
    },
    onMessage(state, message) {
      switch (message.tell) {
        case 'waiting':
          state.waiting.set(message.order, message.sku);
          return null;
        case 'served':
        case 'cancelled':
          state.waiting.delete(message.order);
          return null;
        case 'level':
          heardLevel(state, message);
          return takeBack(state, message.sku) ?? doOwed(state, message.sku);
        case 'low':
          if (state.promotions.get(message.sku) !== 'running') return null;
          state.promotions.set(message.sku, 'paused');
          return { says: `pauses the promotion of ${message.sku}`, about: [`sku:${message.sku}`] };
        default:
          return null;
      }
    },
  };
}
