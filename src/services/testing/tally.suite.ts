import { isOneOf, type EventOf, type EventType, type WorldEvent } from '../../contracts';

/** The events of these types, in order. */
export const of = <T extends EventType>(log: readonly WorldEvent[], ...types: T[]): EventOf<T>[] =>
  log.filter((event) => isOneOf(event, types)) as unknown as EventOf<T>[];
/** All numbers together. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** A list of one breach when something does not hold. */
export const unless = (holds: boolean, breach: string): string[] => (holds ? [] : [breach]);

/** What is on hand and set aside of a sku, by adding up everything that ever moved. */
export function count(log: readonly WorldEvent[], sku: string): { onHand: number; reserved: number } {
  const moved = (because: string): number =>
    sum(of(log, 'InventoryUpdated').map(({ data }) => (data.sku === sku && data.because === because ? data.qty : 0)));
  const set = (type: 'StockReserved' | 'StockReleased'): number =>
    sum(of(log, type).flatMap(({ data }) => data.items.map((item) => (item.sku === sku ? item.qty : 0))));
  return {
    onHand: moved('received') + moved('returned') - moved('shipped'),
    reserved: set('StockReserved') - set('StockReleased') - moved('shipped'),
  };
}
