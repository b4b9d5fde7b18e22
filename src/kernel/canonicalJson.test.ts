import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonicalJson';

describe('canonicalJson', () => {
  test('[JCS1] keys are sorted by UTF-16 code units at every depth', () => {
    expect(canonicalJson({ b: 1, a: { '€': 2, z: 3, '\r': 4 } })).toBe('{"a":{"\\r":4,"z":3,"€":2},"b":1}');
  });

  test('[JCS2] numbers are written as ECMAScript writes them (RFC 8785, appendix B)', () => {
    expect(canonicalJson([1e21, 0.000001, -0, 4.5, 1e-27])).toBe('[1e+21,0.000001,0,4.5,1e-27]');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined])('[JCS3] %s has no JSON form and is refused', (value) => {
    expect(() => canonicalJson(value)).toThrow(/no JSON form/);
    expect(() => canonicalJson({ inside: [Number.NaN] })).toThrow(/no JSON form/);
  });

  test('[JCS4] a lone surrogate is refused, a pair and a literal backslash-u are not', () => {
    expect(() => canonicalJson({ text: 'a\ud800b' })).toThrow(/surrogate/);
    expect(canonicalJson('🙂')).toBe('"🙂"');
    expect(canonicalJson('\\ud800')).toBe('"\\\\ud800"');
  });

  test('[JCS5] it writes what the library of an author of RFC 8785 writes, whatever the value', () => {
    const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    const numbered = fc.dictionary(fc.oneof(fc.nat(200).map(String), fc.string({ unit: 'binary' })), fc.double());
    fc.assert(
      fc.property(fc.oneof(value, numbered), (any) => {
        let expected: string | undefined;
        try {
          expected = canonicalize(any);
        } catch {
          expect(() => canonicalJson(any)).toThrow(/JSON form|surrogate/);
          return;
        }
        expect(canonicalJson(any)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
    expect(canonicalJson({ b: undefined, a: [undefined] })).toBe(canonicalize({ b: undefined, a: [undefined] }));
  });

  test('[JCS3] a value that holds itself is refused', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    expect(() => canonicalJson(round)).toThrow(/no JSON form/);
  });
});
