import { createColors } from '@gatehouse/cli-kit';
import { smokeTable } from './table';

describe('smokeTable', () => {
  it('shows what was found only where it is not what was expected, and counts', () => {
    const table = smokeTable(
      [
        { name: 'with a token', ok: true, expected: '200', found: '200' },
        { name: 'without', ok: false, expected: '401', found: '200' },
      ],
      createColors(false),
    );

    expect(table).toBe(
      ['  ok    with a token  200', '  FAIL  without       expected 401, found 200', '', '  1 of 2 checks passed'].join(
        '\n',
      ),
    );
  });
});
