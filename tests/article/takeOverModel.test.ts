import { describe, expect, test } from 'vitest';
import { explore, realRules } from './takeOverModel';

const bound = { queries: 2, takeOvers: 2, crashes: 2 };

describe('settle, answer and take-over, in every order there is', () => {
  test('[LEAD1] nothing is written twice, nothing by a leader that was replaced, and nothing is left undone', () => {
    const { states, violation } = explore(realRules, bound);
    expect(violation).toBeNull();
    expect(states).toBeGreaterThan(10_000);
  });

  test('[LEAD2] without the epoch in each append, a leader that was replaced still writes', () => {
    const { violation } = explore({ ...realRules, epochChecked: false }, bound);
    expect(violation?.because).toMatch(/had been replaced/);
  });

  test('[LEAD3] with output and checkpoint apart and no ids, a crash in between does it twice', () => {
    const { violation } = explore({ ...realRules, settledTogether: false, idsChecked: false }, bound);
    expect(violation?.because).toMatch(/twice/);
  });

  test('[LEAD4] derived ids alone save a settle that was torn apart', () => {
    const smaller = { ...bound, takeOvers: 1, crashes: 1 };
    expect(explore({ ...realRules, settledTogether: false }, smaller).violation).toBeNull();
  });
});
