import { describe, expect, it } from 'vitest';
import { scrollToShow, visibleRows } from './visible';

describe('the window over a long list', () => {
  it('[UI5] it holds what is seen and a few rows more, never what does not exist', () => {
    expect(visibleRows(1000, 20, 400, 200, 2)).toEqual([18, 32]);
    expect(visibleRows(1000, 20, 0, 200, 2)).toEqual([0, 12]);
    expect(visibleRows(5, 20, 0, 200, 2)).toEqual([0, 5]);
    expect(visibleRows(0, 20, 400, 200, 2)).toEqual([0, 0]);
    // The list became shorter than where it was scrolled to.
    expect(visibleRows(3, 20, 4000, 200, 2)).toEqual([3, 3]);
  });

  it('[UI5] a row is shown whole with the least scrolling', () => {
    expect(scrollToShow(10, 20, 150, 200)).toBe(150);
    expect(scrollToShow(5, 20, 150, 200)).toBe(100);
    expect(scrollToShow(20, 20, 150, 200)).toBe(220);
  });
});
