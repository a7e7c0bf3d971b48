import { code, table } from './markdown';

describe('table', () => {
  it('keeps columns aligned and cells in their columns', () => {
    expect(
      table(
        ['name', 'n'],
        [
          ['a|b', 1],
          ['line\nend', 10],
        ],
      ),
    ).toBe(
      ['| name     | n   |', '| -------- | --- |', '| a\\|b     | 1   |', '| line end | 10  |'].join('\n'),
    );
  });
});

describe('code', () => {
  it('cannot be left from inside', () => {
    expect(code('a`b')).toBe("`a'b`");
  });
});
