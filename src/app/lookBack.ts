import type { Views } from '../projections';
import { rowsReader } from './sentRows';
import type { Held, PastUpdate, PastWorld } from './world';

/**
 * Looks into the past over a door that sends only what was not sent before. One look after the other: each says what it has, and whoever
 * answers begins anew when that is not what was sent last.
 */
export function lookBack(
  ask: (position: number, held: Held | null) => Promise<PastUpdate>,
): (position: number) => Promise<PastWorld> {
  let held: Held | null = null;
  let read = rowsReader();
  let turn: Promise<unknown> = Promise.resolve();

  async function look(position: number): Promise<PastWorld> {
    const { stream, sent, rows, ...past } = await ask(position, held);
    if (held?.stream !== stream) read = rowsReader();
    held = { stream, sent };
    return { ...past, views: read(rows) as Views };
  }

  return (position) => {
    const mine = turn.then(() => look(position));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
