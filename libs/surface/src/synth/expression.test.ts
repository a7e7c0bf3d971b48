import { traversalsIn } from './expression';
import { parseExpression } from './parse-expression';

const literal = (value: unknown) => ({ kind: 'literal', value });
const text = (value: string) => ({ kind: 'template', text: value });
const name = (root: string) => ({ kind: 'traversal', root, path: [] });
const operation = (operator: string, ...sides: object[]) => ({ kind: 'operation', operator, sides });

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
    ['(a)', { kind: 'traversal', root: 'a', path: [] }],
    ['f(a)[0].b', { kind: 'index', of: { kind: 'call', name: 'f', args: [name('a')] }, path: [literal(0), 'b'] }],
    ['a ? b : c', { kind: 'condition', test: name('a'), yes: name('b'), no: name('c') }],
    ['!a && b == "c"', operation('&&', operation('!', name('a')), operation('==', name('b'), text('c')))],
    ['a - 1 * 2', operation('-', name('a'), operation('*', literal(1), literal(2)))],
    ['[for x in y : x]', { kind: 'for', names: ['x'], items: name('y'), value: name('x') }],
    [
      '{ for k, v in y : k => v if v != null }',
      {
        ...{ kind: 'for', names: ['k', 'v'], items: name('y'), key: name('k'), value: name('v') },
        test: operation('!=', name('v'), literal(null)),
      },
    ],
    ['[ # one, "\n 1, // two ]\n /* three */ 2]', { kind: 'list', items: [literal(1), literal(2)] }],
  ])('reads %s', (source, expression) => {
    expect(parseExpression(source)).toEqual(expression);
  });

  it.each(['', 'a +', 'a ? b', 'a.*.b', '[for x in y]', '"a', '[1', 'f(1', '{a 1}', 'a.b c'])(
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
