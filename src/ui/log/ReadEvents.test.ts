import { describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../contracts';
import { ReadEvents } from './ReadEvents';

const events = (...positions: number[]) =>
  positions.map((position) => ({ position, id: `e-${position}` }) as WorldEvent);

describe('what has been read of the log', () => {
  it('[UI6] it never has a gap and never the same event twice', () => {
    const read = new ReadEvents();
    expect(read.take(events(2, 3))).toBe(false);
    expect(read.take(events(1, 2))).toBe(true);
    expect(read.take(events(2, 2, 3, 5))).toBe(true);
    expect(read.all().map((event) => event.position)).toEqual([1, 2, 3]);
    expect(read.find('e-3')?.position).toBe(3);
    expect(read.find('e-5')).toBeUndefined();
  });

  it('[UI6] what was handed out does not grow behind its reader', () => {
    const read = new ReadEvents();
    read.take(events(1));
    const before = read.all();
    read.take(events(2));
    expect(before).toHaveLength(1);
  });
});
