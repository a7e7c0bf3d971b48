import fc from 'fast-check';
import { globMatches } from './glob';
import { arnTokens, tokensOf } from './pattern';

/** The definition, tried out: a star stands for any beginning of the rest. */
function slowly(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first = '', rest] = [pattern[0], pattern.slice(1)];
  if (first === '*') return [...text, ''].some((_, at) => slowly(rest, text.slice(at)));
  return text !== '' && (first === '?' || first === text[0]) && slowly(rest, text.slice(1));
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 6 });

describe('wildcards', () => {
  it('match what their definition says', () => {
    fc.assert(
      fc.property(pattern, text, (written, value) => {
        expect(globMatches(tokensOf(written, undefined, true) ?? [], value)).toBe(slowly(written, value));
      }),
      { numRuns: 2000 },
    );
  });

  it('match field by field in ARNs of conditions', () => {
    const fields = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 }), {
      minLength: 6,
      maxLength: 6,
    });
    const values = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), {
      minLength: 6,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fields, values, (written, actual) => {
        const expected = written.every((field, at) =>
          slowly(field, at < 5 ? (actual[at] ?? '') : actual.slice(5).join(':')),
        );
        expect(globMatches(arnTokens(written.join(':'), undefined, false) ?? [], actual.join(':'))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('take no longer for many stars', () => {
    const stars = tokensOf(`${'*a'.repeat(200)}b`, undefined, true) ?? [];
    expect(globMatches(stars, 'a'.repeat(2000))).toBe(false);
    expect(globMatches(stars, `${'a'.repeat(2000)}b`)).toBe(true);
  });
});
