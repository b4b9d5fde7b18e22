import { describe, expect, it } from 'vitest';
import { caps } from '../../kernel';
import { addressOf, parsePlace, whyOf } from './place';

describe('addresses', () => {
  it('[UI1] whatever is written as an address is read back', () => {
    for (const place of [
      { screen: 'shop', mail: 'm-1' },
      { screen: 'shop', order: '1042' },
      { screen: 'log', sel: 'support-1', tab: 'effects' },
      { screen: 'data' },
      { screen: 'lab', part: 'sandbox', scene: 'hY8x-a_w' },
      { screen: 'lab', part: 'race', stage: 'reveal' },
      { screen: 'agents', part: 'marketing', sel: 'a b&c=d' },
      { screen: 'log', part: 'timeline', filter: 'by:support tag:order:o-1 mug & cup' },
    ] as const) {
      expect(parsePlace(addressOf(place))).toMatchObject(place);
    }
  });

  it('[UI1] an unknown address opens the shop floor', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/labs/1', '#/log2']) expect(parsePlace(hash).screen).toBe('shop');
    for (const part of ['', '%E0%A4%A', '<b>', 'a'.repeat(81)]) expect(parsePlace(`#/agents/${part}`).part).toBeNull();
    expect(parsePlace('#/log?tab=constructor').tab).toBe('event');
    expect(parsePlace('#/__proto__?tab=__proto__&sel=x')).toMatchObject({ screen: 'shop', tab: 'event' });
    expect(parsePlace(`#/log?sel=${'a'.repeat(caps.addressChars)}`)).toMatchObject({ screen: 'shop', sel: null });
  });

  it('[UI1] asking why opens the log at the causes', () => {
    expect(parsePlace(whyOf('e-1'))).toMatchObject({ screen: 'log', sel: 'e-1', tab: 'why' });
  });
});
