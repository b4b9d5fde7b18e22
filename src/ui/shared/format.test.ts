import { describe, expect, it } from 'vitest';
import { centsFrom, counted, dayAndTime, sentence, size, timeOfDay } from './format';

describe('words and numbers', () => {
  it('[UI2] time is read in UTC, wherever the visitor is', () => {
    const at = Date.UTC(2026, 10, 2, 9, 14, 3);
    expect(dayAndTime(at)).toBe('Mon 2 Nov, 09:14');
    expect(timeOfDay(at)).toBe('09:14:03');
  });

  it('[UI2] an amount is read with comma or dot, and nothing else is an amount', () => {
    expect(['14,50', '14.5', '€14', ' 0.05 '].map(centsFrom)).toEqual([1450, 1450, 1400, 5]);
    expect(['', '-1', '1e3', '1.234', 'free', '14,50,1'].map(centsFrom)).toEqual([null, null, null, null, null, null]);
  });

  it('[UI2] counts agree with their noun', () => {
    expect([counted(1, 'event'), counted(0, 'event'), counted(1204, 'reply', 'replies')]).toEqual([
      '1 event',
      '0 events',
      '1,204 replies',
    ]);
    expect([size(418), size(3200), size(1_400_000)]).toEqual(['418 B', '3.2 kB', '1.4 MB']);
    expect(sentence('order 1042 is placed')).toBe('Order 1042 is placed');
  });
});
