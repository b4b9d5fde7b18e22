import type { Component } from 'svelte';
import Floor from './floor/Floor.svelte';
import type { Screen } from './shared/place';

/** A screen: its name in the navigation, and the code that shows it, which is loaded when somebody goes there. */
export interface ScreenPlan {
  readonly name: string;
  readonly load: () => Promise<{ readonly default: Component }>;
}

/** Every screen, one line each. Its drawing is the icon of the same name. */
export const screenPlans: Readonly<Record<Screen, ScreenPlan>> = {
  // Nearly everybody starts here: it comes with the page.
  shop: { name: 'Shop', load: () => Promise.resolve({ default: Floor }) },
  log: { name: 'Log', load: () => import('./log/Log.svelte') },
  agents: { name: 'Agents', load: () => import('./agents/Agents.svelte') },
  orders: { name: 'Orders', load: () => import('./orders/Orders.svelte') },
  lab: { name: 'Lab', load: () => import('./lab/Lab.svelte') },
  models: { name: 'Models', load: () => import('./models/Models.svelte') },
  data: { name: 'Data', load: () => import('./data/Data.svelte') },
};
