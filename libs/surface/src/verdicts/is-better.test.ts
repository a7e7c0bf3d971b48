import { unknown } from '../model/value';
import { isBetter } from './is-better';

describe('a change that is known to be no worse', () => {
  it.each([
    ['lower', 10, 5, true],
    ['lower', 5, 5, true],
    ['lower', 5, 10, false],
    ['higher', 5, 10, true],
    ['higher', 5, 5, true],
    ['higher', 10, 5, false],
    ['higher', undefined, 5, false],
    ['higher', 5, undefined, false],
    ['lower', '10', 5, false],
    ['lower', 10, '5', false],
  ] as const)('%s: from %j to %j', (better, before, after, expected) => {
    expect(isBetter(better, before, after)).toBe(expected);
  });

  it.each([
    ['fewer', ['a', 'b'], ['b'], true],
    ['fewer', ['a'], undefined, true],
    ['fewer', ['a'], ['b'], false],
    ['more', ['a'], ['b', 'a'], true],
    ['more', undefined, ['a'], true],
    ['more', null, ['a'], true],
    ['more', ['a'], [], false],
    ['more', ['a'], ['a', unknown()], false],
    ['fewer', 'a', ['a'], false],
  ] as const)('%s: from %j to %j', (better, before, after, expected) => {
    expect(isBetter(better, before, after)).toBe(expected);
  });

  it.each([
    ['Warn', 'Enforce', true],
    ['Warn', 'Warn', true],
    ['Enforce', 'Warn', false],
    [undefined, 'Enforce', true],
    ['Warn', undefined, false],
    ['Warn', 'Other', false],
    ['Other', 'Warn', true],
  ])('in an order: from %j to %j', (before, after, expected) => {
    expect(isBetter([null, 'Warn', 'Enforce'], before, after)).toBe(expected);
  });

  it('is none where nothing says which way is better', () => {
    expect(isBetter(undefined, 5, 5)).toBe(false);
  });
});
