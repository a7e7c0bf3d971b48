import { differences } from './differences';

describe('differences', () => {
  it.each([
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: ['a', 'b'], left: 1, right: 2 }]],
    ['what only the left has', { a: 1 }, {}, [{ path: ['a'], left: 1 }]],
    ['what only the right has', {}, { a: { b: 1 } }, [{ path: ['a'], right: { b: 1 } }]],
    ['a list as a whole', { a: [1, 2] }, { a: [2, 1] }, [{ path: ['a'], left: [1, 2], right: [2, 1] }]],
    [
      'lists of as many objects one by one',
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { a: 3 }],
      [{ path: ['1', 'a'], left: 2, right: 3 }],
    ],
    ['lists of more and fewer objects as a whole', [{ a: 1 }], [], [{ path: [], left: [{ a: 1 }], right: [] }]],
    ['a list and an object', { a: [] }, { a: {} }, [{ path: ['a'], left: [], right: {} }]],
    ['null and nothing', { a: null }, {}, [{ path: ['a'], left: null }]],
  ])('finds %s', (_what, left, right, expected) => {
    expect(differences(left, right)).toEqual(expected);
  });

  it('finds nothing between equal values, whatever the order of their keys', () => {
    expect(differences({ a: 1, b: [{ c: 1, d: [2] }] }, { b: [{ d: [2], c: 1 }], a: 1 })).toEqual([]);
  });
});
