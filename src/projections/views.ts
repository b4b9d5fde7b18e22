import type { Fold, WorldEvent } from '../contracts';
import type { Projection } from './Projection';
import { projections } from './projections';

/** Every view of the shop, by name. */
export type Views = { [Name in keyof typeof projections]: ReturnType<(typeof projections)[Name]['open']> };

const each = Object.entries(projections) as [keyof Views, Projection<unknown>][];

/** The views of an empty log. */
export function openViews(): Views {
  return Object.fromEntries(each.map(([name, projection]) => [name, projection.open()])) as Views;
}

/** Folds one more event into every view. Writes into `views`, which is also what it returns. */
export function foldEvent(views: Views, event: WorldEvent): Views {
  const open: Record<keyof Views, unknown> = views;
  for (const [name, projection] of each) open[name] = projection.evolve(open[name], event);
  return views;
}

/** The views of a whole history, oldest event first. */
export function foldAll(events: Iterable<WorldEvent>): Views {
  const views = openViews();
  for (const event of events) foldEvent(views, event);
  return views;
}

/** All views as one fold, for a snapshot. */
export const viewsFold: Fold<Views> = {
  name: 'views',
  version: each.map(([name, { version }]) => `${name}:${version}`).join(' '),
  open: openViews,
  evolve: foldEvent,
};
