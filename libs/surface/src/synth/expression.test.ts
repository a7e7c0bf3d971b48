import { parseExpression, traversalsIn } from './expression';

const literal = (value: unknown) => ({ kind: 'literal', value });
const text = (value: string) => ({ kind: 'template', text: value });

describe('parseExpression', () => {
  it.each([
    ['12.5', literal(12.5)],
    ['-1', literal(-1)],
    ['true', literal(true)],
    ['null', literal(null)],
    ['"a\\n\\u0041\\"${b}"', text('a\nA"${b}')],
    ['[1, "a",]', { kind: 'list', items: [literal(1), text('a')] }],
    ['[]', { kind: 'list', items: [] }],
    [
      '{ a = 1, "b" : 2 }',
      {
        kind: 'object',
        entries: [
          [literal('a'), literal(1)],
          [text('b'), literal(2)],
        ],
      },
    ],
    ['f(a, 1)', { kind: 'call', name: 'f', args: [{ kind: 'traversal', root: 'a', path: [] }, literal(1)] }],
    ['a.b-c.0', { kind: 'traversal', root: 'a', path: ['b-c', '0'] }],
    ['a.b["k"][0].c', { kind: 'traversal', root: 'a', path: ['b', text('k'), literal(0), 'c'] }],
  ])('reads %s', (source, expression) => {
    expect(parseExpression(source)).toEqual(expression);
  });

  it.each(['', 'a +', 'a ? b : c', 'a.*.b', '[for x in y : x]', '"a', '[1', 'f(1', '{a 1}', 'a.b c'])(
    'gives up on %j',
    (source) => {
      expect(parseExpression(source)).toBeUndefined();
    },
  );
});

describe('traversalsIn', () => {
  it('finds names anywhere in an expression', () => {
    expect(traversalsIn('a.b.c ? data.d.e["k"].f : merge(a.b.c, g.h[0].i)')).toEqual([
      'a.b.c',
      'data.d.e["k"].f',
      'g.h[0].i',
    ]);
  });
});
