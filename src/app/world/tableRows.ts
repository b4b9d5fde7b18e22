import type { Views } from '../../projections';
import type { FollowedWorld } from './followWorld';

/** What leaves as a table: what the views say now, and every name that is known of the customers in them. */
export interface TableRows extends Pick<Views, 'orders' | 'products' | 'stock'> {
  readonly world: string;
  readonly names: Readonly<Record<string, string>>;
}

/** Asked of the world and not of the screen, which is a moment behind; names are waited for. */
export async function tableRows({ log, people, views }: FollowedWorld): Promise<TableRows> {
  await people.settled();
  const { orders, products, stock } = views;
  return { world: log.world().name, orders, products, stock, names: { ...people.names } };
}
