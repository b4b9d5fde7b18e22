import { describe, expect, test } from 'vitest';
import { cutWellFormed, oneLine } from './oneLine';
import { faultOfShape, readJson } from './outside';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a value from outside', () => {
  test('[OUT1] one that is nested too deep is refused without a stack to exhaust', () => {
    expect(faultOfShape(JSON.parse(nested(5)), { depth: 4 })).toBeNull();
    expect(faultOfShape(JSON.parse(nested(6)), { depth: 4 })).toMatch(/nested more than 4/);
    expect(readJson(nested(1_000_000), { chars: 10_000_000, depth: 24 })).toHaveProperty('because');
  });

  test('[OUT2] a field "__proto__" is refused wherever it stands, and changes nothing', () => {
    const read = readJson('{"a":[{"__proto__":{"polluted":true}}]}', { chars: 100, depth: 9 });
    expect(read).toMatchObject({ because: expect.stringContaining('__proto__') as unknown });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(faultOfShape(['__proto__', { name: '__proto__' }], { depth: 9 })).toBeNull();
  });

  test('[OUT3] too many parts are refused before they are all looked at; bytes are one part', () => {
    const wide = Array.from({ length: 50 }, () => [1, 2, 3]);
    expect(faultOfShape(wide, { depth: 9, values: 201 })).toBeNull();
    expect(faultOfShape(wide, { depth: 9, values: 200 })).toMatch(/more than 200 parts/);
    expect(faultOfShape([new Uint8Array(1_000_000)], { depth: 9, values: 2 })).toBeNull();
  });

  test('[OUT4] a text that is too long or no JSON is refused in words', () => {
    expect(readJson('"1234"', { chars: 5, depth: 9 })).toEqual({ because: 'it is longer than 5 signs' });
    expect(readJson('{', { chars: 5, depth: 9 })).toEqual({ because: 'it is not JSON' });
    expect(readJson('[1]', { chars: 5, depth: 9 })).toEqual({ value: [1] });
  });
});

describe('a name from outside', () => {
  test('[OUT5] it becomes one line, without control signs and marks that turn the reading direction', () => {
    expect(oneLine('\u202egpj.\n  exe\u0000\u2066', 80)).toBe('gpj. exe');
    expect(oneLine('a'.repeat(1_000_000), 5)).toBe('aaaaa');
  });

  test('[OUT5] a cut leaves no half of a pair, and a lone half is replaced', () => {
    expect(cutWellFormed('ab🙂', 3)).toBe('ab');
    expect(cutWellFormed('a\ud800b', 3)).toBe('a\ufffdb');
  });
});
