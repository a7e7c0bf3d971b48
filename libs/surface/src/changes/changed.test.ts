import { changedArguments } from './changed';

describe('arguments that change', () => {
  it.each([
    [{ policy: '{"a":1,"b":[2]}' }, { policy: '{ "b": [2], "a": 1 }' }, []],
    [{ policy: '{"a":1}' }, { policy: '{"a":2}' }, ['policy']],
    [{ body: '{"security":[]}' }, { body: '{}' }, ['body']],
    [{ text: '{x}' }, { text: '{y}' }, ['text']],
    [{ list: ['a', 'b'] }, { list: ['b', 'a'] }, ['list']],
    [{ block: [{ a: 1, b: null }] }, { block: [{ a: 1 }] }, []],
    [{ block: [{ a: 1 }] }, { block: [] }, ['block']],
    [{ a: 1 }, null, ['a']],
    [null, { a: 1, b: '' }, ['a']],
    [{ flag: true }, { flag: false }, ['flag']],
  ])('of %j and %j are %j', (before, after, changed) => {
    expect(changedArguments(before, after, {})).toEqual(changed);
  });

  it('are those that are not known, at any depth, and all of what is unknown as a whole', () => {
    expect(changedArguments({ a: 1, b: [1], c: 2 }, { b: [null], c: 2 }, { a: true, b: [true], d: true })).toEqual([
      'a',
      'b',
      'd',
    ]);
    expect(changedArguments({ a: 1, b: 2 }, null, true)).toEqual(['a', 'b']);
  });
});
