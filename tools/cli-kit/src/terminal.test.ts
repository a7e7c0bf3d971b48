import { usesColor, widthOf } from './terminal';

describe('a terminal', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: 'true' }, true],
  ])('isTTY %s with %j: colour %s', (isTTY, env, expected) => {
    expect(usesColor({ isTTY, columns: 80 }, env)).toBe(expected);
  });

  it('has its own width, and 100 columns when it says none or 0', () => {
    expect([80, 0, undefined].map((columns) => widthOf({ isTTY: true, columns: columns as number }))).toEqual([
      80, 100, 100,
    ]);
  });
});
